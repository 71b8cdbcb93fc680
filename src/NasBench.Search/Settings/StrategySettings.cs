using System.Globalization;

namespace NasBench.Search;

/// <summary>The settings of one strategy in one experiment: values by name. Immutable.</summary>
public sealed class StrategySettings
{
    private readonly SortedDictionary<string, string> _values;

    /// <summary>Takes values.</summary>
    /// <param name="values">Names and values, as they are written.</param>
    public StrategySettings(IEnumerable<KeyValuePair<string, string>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, string value) in values)
        {
            _values[name] = value;
        }
    }

    /// <summary>No settings.</summary>
    public static StrategySettings None { get; } = new([]);

    /// <summary>All names and values, ordered by name.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>Whether there is a value of this name.</summary>
    /// <param name="name">The name.</param>
    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>A word.</summary>
    /// <param name="name">The setting's name.</param>
    /// <returns>The value, as it is written.</returns>
    /// <exception cref="KeyNotFoundException">There is no such setting.</exception>
    public string Word(string name)
        => _values.TryGetValue(name, out string? value) ? value : throw new KeyNotFoundException($"there is no setting '{name}'");

    /// <summary>A whole number.</summary>
    /// <param name="name">The setting's name.</param>
    /// <returns>The value.</returns>
    /// <exception cref="KeyNotFoundException">There is no such setting.</exception>
    /// <exception cref="FormatException">It is not a whole number.</exception>
    public int Integer(string name) => int.Parse(Word(name), NumberStyles.Integer, CultureInfo.InvariantCulture);

    /// <summary>A number.</summary>
    /// <param name="name">The setting's name.</param>
    /// <returns>The value.</returns>
    /// <exception cref="KeyNotFoundException">There is no such setting.</exception>
    /// <exception cref="FormatException">It is not a number.</exception>
    public double Number(string name) => double.Parse(Word(name), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>The same settings, but one with another value.</summary>
    /// <param name="name">The setting's name.</param>
    /// <param name="value">Its value, as it is written.</param>
    /// <returns>New settings.</returns>
    public StrategySettings With(string name, string value) => new(_values.Append(new KeyValuePair<string, string>(name, value)));
}
