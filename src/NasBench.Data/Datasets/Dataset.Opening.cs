namespace NasBench.Data;

public sealed partial class Dataset
{
    /// <summary>Opens a data file of any format that is read here. Its first bytes tell which it is; its name does not matter.</summary>
    /// <param name="path">The file. It may hold any part of the data, in any order.</param>
    /// <param name="options">How to open it; null for the defaults: strict, on one thread.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The data set.</returns>
    /// <remarks>
    /// <list type="bullet">
    /// <item><b>TFRecord</b> (<c>.tfrecord</c>, also any file that no other format recognises): loaded into memory and checked whole, which means framing,
    /// checksums, values, and every record's hash and parameter count against its graph. This takes some tenths of a second for the whole space at 108 epochs
    /// (523 MB, in the page cache). It needs 128 bytes of memory for each cell and number of epochs with up to three repeats, and 16 for each cell. A file with
    /// a fault is read twice. Afterwards the file is not needed any more.</item>
    /// <item><b>Compact file</b> (<c>.nasb</c>): used where it stands. It opens in less than a millisecond and with the same few objects, whatever its size. It
    /// must not change or be cut off while the data set is in use, unless it was opened as <see cref="CompactAccess.Copy"/>. After <see cref="Dispose"/> the
    /// file stays mapped until the garbage collector has seen that no thread reads it any more.</item>
    /// <item><b>nasbench-rs</b> (<c>.bin</c>): loaded into memory; hashes and parameter counts are checked. The format has no checksum.</item>
    /// </list>
    /// All other formats of <see cref="DataFormats"/> are only written.
    /// </remarks>
    /// <example>
    /// <code>
    /// using Dataset data = Dataset.Open("nasbench_only108.tfrecord", new OpenOptions { MaxThreads = 4 });
    /// Console.WriteLine($"{data.CellCount} cells, {data.RecordCount} repeats");
    /// </code>
    /// </example>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="DataFormatException">
    /// The file is damaged, or of no format that is read here; names the record and its byte offset. When lenient, a TFRecord file throws it only if it is
    /// empty or has no record that can be used. A compact file whose checksums are not verified may throw it from a query, too.
    /// </exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static Dataset Open(string path, OpenOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        DataFormat format = DataFormats.Recognise(path);
        DataFormat.Reader read = format.Read ?? throw new DataFormatException(path, -1, 0, FaultKind.UnknownFormat,
            $"this is a file of the format {format}, which is not read here; expected a TFRecord file, a compact file or one of nasbench-rs");
        return new Dataset(read(path, options ?? new OpenOptions(), progress, cancellationToken));
    }
}
