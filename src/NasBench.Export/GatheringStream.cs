namespace NasBench.Export;

/// <summary>
/// Writes that follow each other become one. <see cref="BufferedStream"/> writes its buffer at each seek, even to where it stands already, and some libraries seek before each of their writes, which
/// can be a few bytes.
/// </summary>
/// <param name="stream">A file; it stays open.</param>
internal sealed class GatheringStream(Stream stream) : Stream
{
    private const int Capacity = 1 << 20;

    private readonly byte[] _buffer = new byte[Capacity];
    private int _used;

    /// <summary>Where the gathered bytes begin.</summary>
    private long _start = stream.Position;
    private long _position = stream.Position;

    public override bool CanRead => stream.CanRead;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => Math.Max(stream.Length, _start + _used);

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
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
            stream.Position = _position;
            stream.Write(buffer);
            _start += buffer.Length;
        }
        else
        {
            buffer.CopyTo(_buffer.AsSpan(_used));
            _used += buffer.Length;
        }

        _position += buffer.Length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        WriteGathered();
        stream.Position = _position;
        int read = stream.Read(buffer);
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
        stream.SetLength(value);
    }

    public override void Flush()
    {
        WriteGathered();
        stream.Flush();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            WriteGathered();
        }

        base.Dispose(disposing);
    }

    private void WriteGathered()
    {
        if (_used > 0)
        {
            stream.Position = _start;
            stream.Write(_buffer, 0, _used);
            _start += _used;
            _used = 0;
        }
    }
}
