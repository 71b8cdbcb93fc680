using System.Buffers.Binary;

namespace NasBench.Data;

/// <summary>
/// Writes a TFRecord file atomically: the records go to a temporary file in the same folder, which takes the file's name in
/// <see cref="Complete"/>. If it is disposed without that, nothing is left. Not thread-safe; no allocation per record.
/// </summary>
public sealed class TfRecordWriter : IDisposable
{
    private readonly AtomicFile _file;
    private bool _ended;

    private TfRecordWriter(Destination destination) => _file = destination.Begin();

    /// <summary>The file that <see cref="Complete"/> makes, as a full path.</summary>
    public string Path => _file.Path;

    /// <summary>Records written so far.</summary>
    public long RecordCount { get; private set; }

    /// <summary>Bytes written so far, the frames included.</summary>
    public long Length { get; private set; }

    /// <summary>Begins a file. An existing one stays as it is until <see cref="Complete"/> replaces it.</summary>
    /// <param name="path">The file to make.</param>
    /// <exception cref="IOException">The temporary file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static TfRecordWriter Create(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new TfRecordWriter(new Destination(path, Stream: null, CanStream: true));
    }

    /// <summary>Begins to write where a writer of data sets was told to.</summary>
    internal static TfRecordWriter Create(Destination destination) => new(destination);

    /// <summary>Appends a record.</summary>
    /// <param name="data">The record's data, at most <see cref="TfRecordFraming.MaxDataLength"/> bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The data are too long.</exception>
    /// <exception cref="IOException">The disk is full or failed.</exception>
    /// <exception cref="ObjectDisposedException">The file is completed or the writer disposed.</exception>
    public void Write(ReadOnlySpan<byte> data)
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(data.Length, TfRecordFraming.MaxDataLength, nameof(data));
        Span<byte> header = stackalloc byte[TfRecordFraming.HeaderSize];
        Span<byte> footer = stackalloc byte[TfRecordFraming.FooterSize];
        TfRecordFraming.WriteHeader(header, data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(footer, TfRecordFraming.ComputeMaskedCrc(data));
        _file.Stream.Write(header);
        _file.Stream.Write(data);
        _file.Stream.Write(footer);
        Length += header.Length + data.Length + footer.Length;
        RecordCount++;
    }

    /// <summary>Appends records that are framed already.</summary>
    internal void Write(FramedRecords records)
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        _file.Stream.Write(records.Bytes);
        Length += records.Bytes.Length;
        RecordCount += records.Count;
    }

    /// <summary>Writes everything through to the disk and gives the file its name.</summary>
    /// <exception cref="IOException">The disk is full or failed, or the name cannot be taken; nothing is left then.</exception>
    /// <exception cref="ObjectDisposedException">The file is completed or the writer disposed.</exception>
    public void Complete()
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        try
        {
            _file.Complete();
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Ends the writer. Without <see cref="Complete"/> before, the temporary file is removed and the named file is untouched.</summary>
    public void Dispose()
    {
        _ended = true;
        _file.Dispose();
    }
}
