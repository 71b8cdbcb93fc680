using NasBench.Data;

namespace NasBench.Cli;

/// <summary>
/// A private copy of what comes out of a pipe, a socket or a device, which can be read only once and in its order: <c>zcat x.tfrecord.gz | nasbench info
/// /dev/stdin</c>. Data sets are read more than once, and at any place.
/// </summary>
internal sealed class SpooledFile : IDisposable
{
    private const int BufferSize = 1 << 20;

    /// <summary>Bytes that tell whether it can be a data file at all.</summary>
    private static readonly int s_openingSize = Math.Max(DataFormats.OpeningSize, TfRecordFraming.HeaderSize);

    private readonly DirectoryInfo _folder;

    private SpooledFile(DirectoryInfo folder)
    {
        _folder = folder;
        Path = System.IO.Path.Combine(folder.FullName, "input");
    }

    /// <summary>The copy.</summary>
    public string Path { get; }

    /// <summary>
    /// Copies a stream to its end, or, if it does not begin like a data file, its beginning only: what reads the copy then says what is wrong.
    /// </summary>
    /// <param name="path">The pipe, socket or device, which is opened once.</param>
    /// <param name="cancellation">Ends the work early, even where it waits for the other end of the pipe.</param>
    /// <exception cref="IOException">It cannot be opened or read.</exception>
    /// <exception cref="CommandException">The temporary folder cannot be written: exit code 4.</exception>
    public static SpooledFile Copy(string path, CancellationToken cancellation)
    {
        using FileStream input = Interruptible.Run(
            () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0), cancellation);
        SpooledFile spooled = Create();
        try
        {
            spooled.Fill(input, cancellation);
            return spooled;
        }
        catch
        {
            spooled.Dispose();
            throw;
        }
    }

    /// <summary>Removes the copy.</summary>
    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
            TemporaryFiles.Remove(_folder.FullName);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It is in the system's temporary folder, which is emptied some day.
        }
    }

    private static SpooledFile Create() => Guard(() =>
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("nasbench-");
        TemporaryFiles.Add(folder.FullName);
        return new SpooledFile(folder);
    });

    private void Fill(FileStream input, CancellationToken cancellation)
    {
        using FileStream copy = Guard(() => new FileStream(Path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0));
        byte[] buffer = GC.AllocateUninitializedArray<byte>(BufferSize);
        int count = Interruptible.Run(() => input.ReadAtLeast(buffer, s_openingSize, throwOnEndOfStream: false), cancellation);
        bool isDataFile = IsDataFile(buffer.AsSpan(0, count));
        while (count > 0)
        {
            int length = count;
            Guard(() =>
            {
                copy.Write(buffer, 0, length);
                return true;
            });
            count = isDataFile ? Interruptible.Run(() => input.Read(buffer), cancellation) : 0;
        }
    }

    private static bool IsDataFile(ReadOnlySpan<byte> opening)
    {
        DataFormat format = DataFormats.Recognise(opening);
        return format.CanRead
            && (format != DataFormats.TfRecord
                || (opening.Length >= TfRecordFraming.HeaderSize && TfRecordFraming.ReadHeader(opening, out _) == FaultKind.None));
    }

    private static T Guard<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw CommandException.Output($"temporary folder: cannot be written: {failure.Message}", failure);
        }
    }
}
