namespace NasBench.Data;

public sealed partial class Dataset
{
    /// <summary>
    /// Opens a data file of any format that is read here, told by its first bytes: a compact file (<c>.nasb</c>) is used where it stands, at once; a TFRecord
    /// file is loaded into memory, as by <see cref="Load"/>.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to open it; null for the defaults.</param>
    /// <param name="progress">Receives the done part, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <remarks>
    /// A compact file opens in less than a millisecond and with the same few objects, whatever its size. It must not change or be cut off while the data set is
    /// in use, unless it was opened as <see cref="CompactAccess.Copy"/>. After <see cref="Dispose"/> the file stays mapped until the garbage collector has seen
    /// that no thread reads it any more.
    /// </remarks>
    /// <exception cref="DataFormatException">
    /// The file is damaged, or of no format that is read here. A compact file whose checksums are not verified may throw it from a query, too.
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
