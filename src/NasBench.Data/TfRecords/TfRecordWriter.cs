using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace NasBench.Data;

/// <summary>
/// Writes a TFRecord file atomically: the records go to a temporary file in the same folder, which takes the file's name in
/// <see cref="Complete"/>. Disposed without that, nothing is left. Not thread-safe; no allocation per record.
/// </summary>
public sealed class TfRecordWriter : IDisposable
{
    private const int Capacity = 1 << 20;

    private readonly AtomicFile _file;
    private readonly SafeFileHandle _handle;
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(Capacity);
    private long _flushed;
    private int _count;
    private bool _ended;

    private TfRecordWriter(string path)
    {
        _file = new AtomicFile(path);
        _handle = _file.Stream.SafeFileHandle;
    }

    /// <summary>The file that <see cref="Complete"/> makes, as a full path.</summary>
    public string Path => _file.Path;

    /// <summary>Records written so far.</summary>
    public long RecordCount { get; private set; }

    /// <summary>Bytes written so far, the frames included.</summary>
    public long Length => _flushed + _count;

    /// <summary>Begins a file. An existing one stays as it is until <see cref="Complete"/> replaces it.</summary>
    /// <param name="path">The file to make.</param>
    /// <exception cref="IOException">The temporary file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static TfRecordWriter Create(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new TfRecordWriter(path);
    }

    /// <summary>Appends a record.</summary>
    /// <param name="data">The record's data, at most <see cref="TfRecordFraming.MaxDataLength"/> bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The data are too long.</exception>
    /// <exception cref="IOException">The disk is full or failed.</exception>
    /// <exception cref="ObjectDisposedException">The file is completed or the writer disposed.</exception>
    public void Write(ReadOnlySpan<byte> data)
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(data.Length, TfRecordFraming.MaxDataLength, nameof(data));
        TfRecordFraming.WriteHeader(Reserve(TfRecordFraming.HeaderSize), data.Length);
        if (data.Length <= Capacity)
        {
            data.CopyTo(Reserve(data.Length));
        }
        else
        {
            Flush();
            RandomAccess.Write(_handle, data, _flushed);
            _flushed += data.Length;
        }

        BinaryPrimitives.WriteUInt32LittleEndian(Reserve(TfRecordFraming.FooterSize), TfRecordFraming.ComputeMaskedCrc(data));
        RecordCount++;
    }

    /// <summary>Writes everything through to the disk and gives the file its name.</summary>
    /// <exception cref="IOException">The disk is full or failed, or the name cannot be taken; nothing is left then.</exception>
    /// <exception cref="ObjectDisposedException">The file is completed or the writer disposed.</exception>
    public void Complete()
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        try
        {
            Flush();
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

    private Span<byte> Reserve(int size)
    {
        if (size > Capacity - _count)
        {
            Flush();
        }

        Span<byte> reserved = _buffer.AsSpan(_count, size);
        _count += size;
        return reserved;
    }

    private void Flush()
    {
        RandomAccess.Write(_handle, _buffer.AsSpan(0, _count), _flushed);
        _flushed += _count;
        _count = 0;
    }
}
