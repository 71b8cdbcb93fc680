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
    /// <param name="progress">Receives the done part, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early and leaves no file.</param>
    /// <returns>The number of bytes written.</returns>
    /// <remarks>
    /// A second or two for the whole space at one number of epochs; a few megabytes of memory a thread. Up to four threads share the work. The same records,
    /// provenance and source give the same bytes. A compact file is compared with the data set, value by value, before it takes its name.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// No format is named as the path ends; or a compact file would hold no record, or would call values measured whose source is not an official file.
    /// </exception>
    /// <exception cref="NotSupportedException">Another project writes the format, or the format has no room for so many epochs or repeats.</exception>
    /// <exception cref="IOException">The file cannot be made, the disk is full or failed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    /// <exception cref="DataFormatException">The data set comes from a damaged file whose checksums were not verified. No file is left.</exception>
    /// <exception cref="InvalidDataException">What was written is not the data set: the disk, the memory or this library is at fault. No file is
    /// left.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public long Write(
        string path, DataFormat? format = null, WriteOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        format ??= DataFormats.FindByEnding(path) ?? throw new ArgumentException($"{path} has no ending of a format. Endings are {Endings()}.", nameof(path));
        DataFormat.Writer write = format.Write ?? throw new NotSupportedException(
            $"The format {format} is written by {format.Project}: give Dataset.Write the format of that project.");
        RunStore store = Store;
        cancellationToken.ThrowIfCancellationRequested();
        store.PrepareForAllCells(null, cancellationToken);
        return write(new ExportSource(store, options?.Provenance ?? Provenance, options?.Source ?? _source, progress, cancellationToken), path);
    }

    private static string Endings() => string.Join(", ", DataFormats.All.Where(format => format.Ending.Length > 0).Select(format => format.Ending));
}
