namespace NasBench.Data;

/// <summary>What a written file says of its values.</summary>
public sealed record WriteOptions
{
    /// <summary>
    /// Where the values come from, for the formats that can say so; null for what <see cref="Dataset.Provenance"/> says. A compact file that says
    /// <see cref="Provenance.Measured"/> needs a source whose SHA-256 is that of an official file.
    /// </summary>
    public Provenance? Provenance { get; init; }

    /// <summary>The file that the data set was read from, for the formats that name it; null for the one that the opened file named, if any.</summary>
    public CompactSource? Source { get; init; }
}
