using System.Globalization;

namespace NasBench.Search;

/// <summary>The values that a setting can have.</summary>
public sealed class SettingDomain
{
    private readonly double _low;
    private readonly double _high;
    private readonly string[] _words;

    private SettingDomain(SettingKind kind, double low, double high, params string[] words)
    {
        Kind = kind;
        _low = low;
        _high = high;
        _words = words;
    }

    /// <summary>What the values are.</summary>
    public SettingKind Kind { get; }

    /// <summary>The words that can be chosen; none for numbers.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>Whole numbers.</summary>
    /// <param name="low">The smallest.</param>
    /// <param name="high">The largest.</param>
    /// <returns>The domain.</returns>
    public static SettingDomain Whole(long low, long high) => new(SettingKind.Whole, low, high);

    /// <summary>Numbers.</summary>
    /// <param name="low">The smallest.</param>
    /// <param name="high">The largest.</param>
    /// <returns>The domain.</returns>
    public static SettingDomain Number(double low, double high) => new(SettingKind.Number, low, high);

    /// <summary>Words.</summary>
    /// <param name="words">The words.</param>
    /// <returns>The domain.</returns>
    public static SettingDomain OneOf(params string[] words) => new(SettingKind.Word, 0, 0, words);

    /// <summary>Whether a text is one of the values.</summary>
    /// <param name="text">The text.</param>
    public bool Contains(string text) => Kind switch
    {
        SettingKind.Whole => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) && IsWithin(whole),
        SettingKind.Number => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && IsWithin(number),
        _ => _words.Contains(text, StringComparer.Ordinal),
    };

    /// <summary>The value as it is kept: numbers in their shortest form, so that equal settings have equal texts.</summary>
    /// <param name="text">A text for which <see cref="Contains"/> holds.</param>
    /// <returns>The text in its one form.</returns>
    public string Normalize(string text) => Kind switch
    {
        SettingKind.Whole => long.Parse(text, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        SettingKind.Number => double.Parse(text, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture),
        _ => text,
    };

    /// <summary>Says what the values are.</summary>
    public override string ToString() => Kind == SettingKind.Word
        ? string.Join(", ", _words)
        : string.Create(CultureInfo.InvariantCulture, $"{(Kind == SettingKind.Whole ? "a whole number" : "a number")} from {_low} to {_high}");

    private bool IsWithin(double number) => number >= _low && number <= _high;
}
