namespace NasBench.Data;

public sealed partial class Dataset
{
    /// <summary>
    /// Loads a TFRecord file of NAS-Bench-101 into memory and checks all of it: framing, checksums, and every record's hash and parameter count against its
    /// graph.
    /// </summary>
    /// <param name="path">The file. It may hold any part of the data, in any order.</param>
    /// <param name="options">How to load; null for the defaults: strict, buffered.</param>
    /// <param name="progress">Receives the part of the file that is read, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The data set. Afterwards the file is not needed any more.</returns>
    /// <remarks>
    /// Some tenths of a second for the whole space at 108 epochs (523 MB, in the page cache). Memory: 128 bytes for a cell and number of epochs with up to
    /// three repeats, and 16 for a cell; no garbage a record. A file with a fault is read twice.
    /// </remarks>
    /// <exception cref="DataFormatException">The file is not of the format or damaged; names the record and its byte offset. When lenient: only for an empty
    /// file, or one without any record that can be used.</exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static Dataset Load(
        string path, LoadOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        new(DatasetLoader.Load(path, options ?? new LoadOptions(), progress, cancellationToken));
}
