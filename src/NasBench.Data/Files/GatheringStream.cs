using System.Diagnostics.CodeAnalysis;
using Microsoft.Win32.SafeHandles;

namespace NasBench.Data;

/// <summary>
/// Writes into a new file, a pipe, a device or a stream: writes that follow each other become one, and what is written to a file goes to the disk while more
/// comes, so that little is left to wait for at the end.
/// </summary>
/// <remarks>
/// <see cref="BufferedStream"/> writes its buffer at each seek, even to where it stands already, and some libraries seek before each of their writes, which can
/// be a few bytes. Asynchronous calls are done when they return: writing into memory is not worth another thread. Not thread-safe.
/// </remarks>
internal sealed class GatheringStream : Stream
{
    private const int Capacity = 1 << 20;

    /// <summary>Bytes that are worth a flush to the disk.</summary>
    private const long FlushInterval = 1 << 26;

    private readonly SafeFileHandle? _file; // null for a target that takes bytes in their order only
    [SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "Whoever lent it closes it, as with a file.")]
    private readonly Stream? _target; // null for a file

    private readonly bool _canSeek;

    /// <summary>The position of the first byte in a target that can seek.</summary>
    private readonly long _origin;


    private readonly Action<SafeFileHandle> _flushToDisk;
    private readonly byte[] _buffer = new byte[Capacity];
    private int _used;

    /// <summary>The length of what a target received.</summary>
    private long _end;

    /// <summary>Where the gathered bytes begin.</summary>
    private long _start;
    private long _position;

    private long _sinceFlush;
    private Task _flush = Task.CompletedTask;

    /// <summary>Writes into a file.</summary>
    /// <param name="file">The file, which is empty; it stays open.</param>
    /// <param name="flushToDisk">Flushes the file; null for the system's way.</param>
    public GatheringStream(SafeFileHandle file, Action<SafeFileHandle>? flushToDisk = null)
    {
        _file = file;
        _canSeek = true;
        _flushToDisk = flushToDisk ?? RandomAccess.FlushToDisk;
    }

    /// <summary>Writes into a pipe, a device or a stream of the caller, from where it stands.</summary>
    /// <param name="target">The target; it stays open.</param>
    /// <param name="canSeek">Whether earlier bytes can be written again, for which the target has to be able to seek. Else bytes come in their order
    /// only.</param>
    public GatheringStream(Stream target, bool canSeek = false)
    {
        _target = target;
        _canSeek = canSeek;
        _origin = canSeek ? target.Position : 0;
        _flushToDisk = RandomAccess.FlushToDisk;
    }

    public override bool CanRead => _file is not null || (_canSeek && _target!.CanRead);

    public override bool CanSeek => _canSeek;

    public override bool CanWrite => true;

    public override long Length => Math.Max(_file is null ? _end : RandomAccess.GetLength(_file), _used == 0 ? 0 : _start + _used);

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value == _position || CanSeek ? value : throw OnlyForward();
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_position != _start + _used || buffer.Length > Capacity - _used)
        {
            WriteGathered();
            _start = _position;
        }

        if (buffer.Length > Capacity)
        {
            WriteToFile(buffer, _position);
            _start += buffer.Length;
        }
        else
        {
            buffer.CopyTo(_buffer.AsSpan(_used));
            _used += buffer.Length;
        }

        _position += buffer.Length;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Flush();
        return Task.CompletedTask;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        WriteGathered();
        int read = _file is null ? ReadTarget(buffer) : RandomAccess.Read(_file, buffer, _position);
        _position += read;
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => _position,
        _ => Length,
    };

    public override void SetLength(long value)
    {
        WriteGathered();
        if (_file is not null)
        {
            RandomAccess.SetLength(_file, value);
            return;
        }

        if (!_canSeek)
        {
            throw OnlyForward();
        }

        // What the caller has behind this is not ours to cut off.
        if (_origin + value > _target!.Length)
        {
            _target.SetLength(_origin + value);
        }

        _end = value;
    }

    public override void Flush() => WriteGathered();

    /// <summary>Waits until all bytes are on the disk.</summary>
    /// <exception cref="IOException">The disk is full or failed, now or at an earlier flush: the system tells it only once.</exception>
    public void FlushToDisk()
    {
        WriteGathered();
        _flush.GetAwaiter().GetResult();
        if (_file is not null)
        {
            _flushToDisk(_file);
        }
    }

    /// <summary>Leaves a target behind its last byte, with nothing left to write.</summary>
    public void End()
    {
        WriteGathered();
        if (_canSeek)
        {
            _target!.Position = _origin + _end;
        }

        _target!.Flush();
    }

    /// <summary>Waits for a flush that may be running, before the file is closed and forgotten.</summary>
    public void EndFlush() => Task.WhenAny(_flush).Wait();

    /// <summary>Leaves the file open: some libraries dispose what they were lent.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            WriteGathered();
        }

        base.Dispose(disposing);
    }

    private static NotSupportedException OnlyForward() => new("A pipe, a device or this stream takes bytes in their order only.");

    private int ReadTarget(Span<byte> buffer)
    {
        if (!CanRead)
        {
            throw new NotSupportedException("The stream cannot be read.");
        }

        _target!.Position = _origin + _position;
        return _target.Read(buffer[..(int)Math.Min(buffer.Length, Math.Max(_end - _position, 0))]);
    }

    private void WriteGathered()
    {
        if (_used > 0)
        {
            WriteToFile(_buffer.AsSpan(0, _used), _start);
            _start += _used;
            _used = 0;
        }
    }

    private void WriteToFile(ReadOnlySpan<byte> bytes, long position)
    {
        if (_file is null)
        {
            if (_canSeek)
            {
                _target!.Position = _origin + position;
            }

            _target!.Write(bytes);
            _end = Math.Max(_end, position + bytes.Length);
            return;
        }

        RandomAccess.Write(_file, bytes, position);
        _sinceFlush += bytes.Length;
        if (_sinceFlush >= FlushInterval && _flush.IsCompletedSuccessfully)
        {
            _sinceFlush = 0;
            _flush = Task.Run(() => _flushToDisk(_file));
        }
    }
}
