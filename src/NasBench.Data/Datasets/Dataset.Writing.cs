namespace NasBench.Data;

public sealed partial class Dataset
{
    /// <summary>
    /// Writes the data set as a file of any format, ordered by hash, then epochs, then repeat. <see cref="DataFormat.Holds"/> says what a format has no place
    /// for.
    /// </summary>
    /// <param name="path">The file to make. It appears when it is complete; an existing one is replaced then. (A format that is a folder needs a new
    /// name.)</param>
    /// <param name="format">The format, of <see cref="DataFormats"/> or of a project that writes more of them; null for the one that the path's ending
    /// names.</param>
    /// <param name="options">What the file says of its values; null for what the data set knows.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early and leaves no file.</param>
    /// <returns>The number of records and of bytes written.</returns>
    /// <remarks>
    /// A second or two for the whole space at one number of epochs; a few megabytes of memory per thread. Up to four threads share the work. The same records,
    /// provenance and source give the same bytes. A compact file is compared with the data set, value by value, before it takes its name.
    /// </remarks>
    /// <example>
    /// <code>
    /// data.Write("nasbench.nasb");                                            // the ending names the format
    /// WriteReport written = data.Write("nasbench.csv");
    /// Console.WriteLine($"{written.Records} records, {written.Bytes} bytes");
    /// data.Write("nasbench.parquet", ExportFormats.Parquet);                  // of NasBench.Export
    /// </code>
    /// </example>
    /// <exception cref="ArgumentException">
    /// The path's ending names no format; or a compact file would hold no record, or would call values measured whose source is not an official file.
    /// </exception>
    /// <exception cref="NotSupportedException">Another project writes the format, or the format has no room for so many epochs or repeats.</exception>
    /// <exception cref="IOException">The file cannot be made, the disk is full or failed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    /// <exception cref="DataFormatException">The data set comes from a damaged file whose checksums were not verified. No file is left.</exception>
    /// <exception cref="InvalidDataException">What was written is not the data set: the disk, the memory or this library is at fault. No file is
    /// left.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public WriteReport Write(
        string path, DataFormat? format = null, WriteOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        format ??= DataFormats.FindByEnding(path)
            ?? throw new ArgumentException($"The ending of {path} names no format. Known endings are {Endings()}.", nameof(path));
        return Write(new Destination(path, Stream: null, format.CanStream), format, options, progress, cancellationToken);
    }

    /// <summary>Writes the data set into a stream, from where the stream stands, as a file of any format that is not a folder.</summary>
    /// <param name="stream">The stream, which has to be writable. It stays open, and then stands behind the last byte written. Nothing takes back what it
    /// received before the work failed or was cancelled.</param>
    /// <param name="format">The format, of <see cref="DataFormats"/> or of a project that writes more of them.</param>
    /// <param name="options">What the file says of its values; null for what the data set knows.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The number of records and of bytes written.</returns>
    /// <remarks>
    /// Takes as long as writing a file. Parquet, Arrow and HDF5 are not written from front to back and need a stream that can seek, such as a
    /// <see cref="MemoryStream"/>. A compact file is made in the system's folder for temporary files first, where it is compared with the data set.
    /// </remarks>
    /// <example>
    /// <code>
    /// using MemoryStream memory = new();
    /// data.Write(memory, DataFormats.JsonLines);
    /// </code>
    /// </example>
    /// <exception cref="ArgumentException">The stream cannot be written to; or a compact file would hold no record, or would call values measured whose source
    /// is not an official file.</exception>
    /// <exception cref="NotSupportedException">The format is a folder, or needs a stream that can seek; another project writes it; or it has no room for so
    /// many epochs or repeats.</exception>
    /// <exception cref="IOException">The stream, the folder for temporary files or the disk failed.</exception>
    /// <exception cref="DataFormatException">The data set comes from a damaged file whose checksums were not verified.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public WriteReport Write(
        Stream stream, DataFormat format, WriteOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(format);
        if (!stream.CanWrite)
        {
            throw new ArgumentException("The stream cannot be written to.", nameof(stream));
        }

        return format.IsFolder
            ? throw new NotSupportedException($"A data set of the format {format} is a folder, which no stream can hold. Give the path of a new folder.")
            : Write(new Destination("", stream, format.CanStream), format, options, progress, cancellationToken);
    }

    private WriteReport Write(
        Destination destination, DataFormat format, WriteOptions? options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        DataFormat.Writer write = format.Write ?? throw new NotSupportedException(
            $"The format {format} is written by {format.Project}: give Dataset.Write the format of that project.");
        RunStore store = Store;
        cancellationToken.ThrowIfCancellationRequested();
        store.PrepareForAllCells(null, cancellationToken);
        var data = new OutgoingData(store, options?.Provenance ?? Provenance, options?.Source ?? _source, progress, cancellationToken);
        return new WriteReport(store.RecordCount, write(data, destination));
    }

    private static string Endings() => string.Join(", ", DataFormats.All.Where(format => format.Ending.Length > 0).Select(format => format.Ending));
}
