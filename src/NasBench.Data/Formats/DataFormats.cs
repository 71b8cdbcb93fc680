namespace NasBench.Data;

/// <summary>
/// The table of all formats of data files: what each is called, how it is recognised, what it holds, and who reads and writes it. A format that is added needs
/// a folder of its own and a row here. Thread-safe.
/// </summary>
/// <remarks>
/// The rows of NasBench.Export are here too, for messages and help, but without their writers: its class <c>ExportFormats</c> has the same rows with them.
/// </remarks>
public static class DataFormats
{
    private const string ExportProject = "NasBench.Export";

    /// <summary>The original's TFRecord. It has no opening of its own, so a file that no other format recognises is taken for it.</summary>
    public static DataFormat TfRecord { get; } = new()
    {
        Name = "tfrecord",
        Title = "TFRecord",
        Ending = ".tfrecord",
        Holds = "every value of every record; no provenance",
        CanStream = true,
        Read = (path, options, progress, cancellationToken) =>
            DatasetLoader.Load(path, new LoadingRules(options.IsLenient, options.Source, options.MaxThreads), progress, cancellationToken),
        Write = (data, destination) => TfRecordDatasetWriter.Write(data.Store, destination, data.Progress, data.CancellationToken),
    };

    /// <summary>The compact file of this library, which opens at once and is read where it stands.</summary>
    public static DataFormat Compact { get; } = new()
    {
        Name = "nasb",
        Title = "compact file",
        Ending = ".nasb",
        Holds = "every value to the bit, the provenance and the source",
        NamesSource = true,
        Opening = CompactFormat.Magic.ToArray(),
        Read = (path, options, _, cancellationToken) => CompactReader.Open(path, options.Access, options.VerifiesChecksums, cancellationToken),
        Write = (data, destination) =>
            CompactWriter.Write(data.Store, destination, data.Provenance, data.MadeFrom, data.Progress, data.CancellationToken),
    };

    /// <summary>The binary file of nasbench-rs.</summary>
    public static DataFormat NasBenchRs { get; } = new()
    {
        Name = "bin",
        Title = "nasbench-rs",
        Ending = ".bin",
        Holds = "the halfway and the final evaluation of each repeat; no total time, no provenance",
        CanStream = true,
        Opening = [.. "nasbench-rs"u8],
        Read = (path, _, progress, cancellationToken) => NasBenchRsReader.Read(path, progress, cancellationToken),
        Write = (data, destination) => NasBenchRsWriter.Write(data.Store, destination, data.Progress, data.CancellationToken),
    };

    /// <summary>Apache Parquet, which NasBench.Export writes.</summary>
    public static DataFormat Parquet { get; } = new()
    {
        Name = "parquet",
        Title = "Parquet",
        Ending = ".parquet",
        Holds = "a table with a row for each record, with the provenance",
        Project = ExportProject,
        Opening = [.. "PAR1"u8],
    };

    /// <summary>An Apache Arrow IPC file (Feather version 2), which NasBench.Export writes.</summary>
    public static DataFormat Arrow { get; } = new()
    {
        Name = "arrow",
        Title = "Arrow",
        Ending = ".arrow",
        Holds = "the same table as Parquet",
        Project = ExportProject,
        Opening = [.. "ARROW1"u8],
    };

    /// <summary>Comma-separated values.</summary>
    public static DataFormat Csv { get; } = new()
    {
        Name = "csv",
        Title = "CSV",
        Ending = ".csv",
        Holds = "the same table as Parquet, as text",
        CanStream = true,
        Opening = [.. "module_hash,"u8],
        Write = CsvWriter.Write,
    };

    /// <summary>JSON lines: an object for each record.</summary>
    public static DataFormat JsonLines { get; } = new()
    {
        Name = "jsonl",
        Title = "JSON lines",
        Ending = ".jsonl",
        Holds = "the same table as Parquet, an object for each record",
        CanStream = true,
        Opening = [.. "{\"module_hash\":"u8],
        Write = JsonLinesWriter.Write,
    };

    /// <summary>HDF5 in the layout of ultmaster/neuralpredictor, which NasBench.Export writes.</summary>
    public static DataFormat Hdf5 { get; } = new()
    {
        Name = "h5",
        Title = "HDF5",
        Ending = ".h5",
        Holds = "arrays over all cells in the layout of neuralpredictor, as float32; no total time",
        Project = ExportProject,
        Opening = [0x89, .. "HDF"u8],
    };

    /// <summary>A folder in the layout of Syne Tune's blackbox repository, which NasBench.Export writes.</summary>
    public static DataFormat SyneTune { get; } = new()
    {
        Name = "syne-tune",
        Title = "Syne Tune",
        Ending = "",
        Holds = "a folder with the final evaluations as float32, for Syne Tune's blackbox repository",
        Project = ExportProject,
    };

    /// <summary>All rows.</summary>
    public static IReadOnlyList<DataFormat> All { get; } = [TfRecord, Compact, NasBenchRs, Parquet, Arrow, Csv, JsonLines, Hdf5, SyneTune];

    /// <summary>The most bytes that are needed to recognise a file.</summary>
    internal static int OpeningSize { get; } = All.Max(format => format.Opening.Length);

    /// <summary>Recognises a file by its first bytes.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its format; a file without a known opening, such as an empty one, is taken for a TFRecord.</returns>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    public static DataFormat Recognise(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        byte[] opening = new byte[OpeningSize];
        return Recognise(opening.AsSpan(0, file.ReadAtLeast(opening, opening.Length, throwOnEndOfStream: false)));
    }

    /// <summary>The format whose files end as a path does.</summary>
    /// <param name="path">A file that need not be there.</param>
    /// <returns>The format; null if no format's files have that ending.</returns>
    public static DataFormat? FindByEnding(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return All.FirstOrDefault(format => format.Ending.Length > 0 && path.EndsWith(format.Ending, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The format with a short name.</summary>
    /// <param name="name">The name, as <see cref="DataFormat.Name"/> says it.</param>
    /// <returns>The format; null if none has the name.</returns>
    public static DataFormat? FindByName(string name) => All.FirstOrDefault(format => format.Name == name);

    /// <summary>Recognises a file by its first bytes, of which <see cref="OpeningSize"/> are enough.</summary>
    internal static DataFormat Recognise(ReadOnlySpan<byte> opening)
    {
        foreach (DataFormat format in All)
        {
            if (format.Opening.Length > 0 && opening.StartsWith(format.Opening))
            {
                return format;
            }
        }

        return TfRecord;
    }
}
