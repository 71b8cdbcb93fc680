using System.Globalization;

namespace NasBench.Cli;

/// <summary>Which repeats a query is about: a sampled one, the mean, all, or one by number.</summary>
internal readonly record struct RepeatChoice
{
    private const int SampleCode = -1;
    private const int MeanCode = -2;
    private const int AllCode = -3;

    private readonly int _code;

    private RepeatChoice(int code) => _code = code;

    /// <summary>One drawn at random, as the original does.</summary>
    public static RepeatChoice Sample => new(SampleCode);

    /// <summary>The mean of all.</summary>
    public static RepeatChoice Mean => new(MeanCode);

    /// <summary>All of them.</summary>
    public static RepeatChoice All => new(AllCode);

    /// <summary>The number asked for, or -1.</summary>
    public int Number => Math.Max(_code, -1);

    /// <summary>One by number, from 0.</summary>
    public static RepeatChoice Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return new RepeatChoice(number);
    }

    /// <summary>Reads the words and numbers of <c>--repeat</c>.</summary>
    public static bool TryParse(string? text, out RepeatChoice choice)
    {
        (choice, bool known) = text switch
        {
            "sample" => (Sample, true),
            "mean" => (Mean, true),
            "all" => (All, true),
            _ => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? (Of(number), true) : (default, false),
        };
        return known;
    }

    /// <inheritdoc/>
    public override string ToString() => _code switch
    {
        SampleCode => "sample",
        MeanCode => "mean",
        AllCode => "all",
        _ => _code.ToString(CultureInfo.InvariantCulture),
    };
}
