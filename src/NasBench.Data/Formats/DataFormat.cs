namespace NasBench.Data;

/// <summary>A format of data files: a row of the table <see cref="DataFormats"/>. Immutable; two are equal if their names are.</summary>
public sealed class DataFormat : IEquatable<DataFormat>
{
    /// <summary>Reads a file.</summary>
    internal delegate OpenedData Reader(string path, OpenOptions options, IProgress<double>? progress, CancellationToken cancellationToken);

    /// <summary>Writes a file, whole or not at all, or into a stream.</summary>
    /// <returns>The number of bytes.</returns>
    internal delegate long Writer(OutgoingData data, Destination destination);

    /// <summary>The short name, as <c>nasbench convert --format</c> takes it, such as <c>parquet</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name that people use, such as <c>Apache Parquet</c>.</summary>
    public required string Title { get; init; }

    /// <summary>What the names of its files end in, with the dot, in lower case; empty for a format that is a folder.</summary>
    public required string Ending { get; init; }

    /// <summary>What it holds, and what it has no place for: a line of English without a full stop.</summary>
    public required string Holds { get; init; }

    /// <summary>The project, and so the package, that reads and writes it.</summary>
    public string Project { get; init; } = "NasBench.Data";

    /// <summary>Whether a file of the format names the file that its values come from, if the writer is told.</summary>
    public bool NamesSource { get; init; }

    /// <summary>Whether <see cref="Dataset.Open"/> reads it.</summary>
    public bool CanRead => Read is not null;

    /// <summary>
    /// Whether <see cref="Dataset.Write(string, DataFormat?, WriteOptions?, IProgress{double}?, CancellationToken)"/> can write it. False for the rows of
    /// <see cref="DataFormats"/> that another project writes: that project has the same rows with their writers.
    /// </summary>
    public bool CanWrite => Write is not null;

    /// <summary>Whether it is a folder of several files, which only a path can name.</summary>
    public bool IsFolder => Ending.Length == 0;

    /// <summary>Whether the bytes of a file are written in their order, so that a pipe or a device will do in its place.</summary>
    internal bool CanStream { get; init; }

    /// <summary>The first bytes of every file of the format, by which it is recognised; empty if it has none.</summary>
    internal byte[] Opening { get; init; } = [];

    /// <summary>Reads a file; null where the format is not read.</summary>
    internal Reader? Read { get; init; }

    /// <summary>Writes a file; null where this row does not know how.</summary>
    internal Writer? Write { get; init; }

    /// <inheritdoc/>
    public bool Equals(DataFormat? other) => Name == other?.Name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DataFormat);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>The name that people use.</summary>
    public override string ToString() => Title;

    /// <summary>Whether two formats are the same.</summary>
    public static bool operator ==(DataFormat? left, DataFormat? right) => Equals(left, right);

    /// <summary>Whether two formats are not the same.</summary>
    public static bool operator !=(DataFormat? left, DataFormat? right) => !(left == right);

    /// <summary>The same row with its writer, for a project that writes a format which this one only knows.</summary>
    internal DataFormat With(Writer write) => new()
    {
        Name = Name,
        Title = Title,
        Ending = Ending,
        Holds = Holds,
        Project = Project,
        NamesSource = NamesSource,
        CanStream = CanStream,
        Opening = Opening,
        Read = Read,
        Write = write,
    };
}
