using System.Globalization;

namespace NasBench.Search;

/// <summary>A part of an experiment: every N-th run, so that all parts have their share of each algorithm.</summary>
/// <param name="Number">Which part, from 1.</param>
/// <param name="Count">The number of parts.</param>
public readonly record struct Shard(int Number, int Count)
{
    /// <summary>The whole experiment.</summary>
    public static Shard Whole { get; } = new(1, 1);

    /// <summary>Reads <c>I/N</c>, I from 1 to N.</summary>
    /// <param name="text">The text.</param>
    /// <param name="shard">The part.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Shard shard)
    {
        int slash = text.IndexOf('/');
        shard = default;
        if (slash < 0
            || !int.TryParse(text[..slash], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            || !int.TryParse(text[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            || number < 1
            || number > count)
        {
            return false;
        }

        shard = new Shard(number, count);
        return true;
    }

    /// <summary>The runs of this part.</summary>
    /// <param name="runs">All runs in order.</param>
    public IEnumerable<RunId> Select(IEnumerable<RunId> runs)
    {
        (int number, int count) = (Number, Count);
        return runs.Where((_, position) => position % count == number - 1);
    }

    /// <summary>Writes the part as <see cref="TryParse"/> reads it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");
}
