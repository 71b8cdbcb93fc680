using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace NasBench.Cli;

/// <summary>
/// A buffered UTF-8 writer: the one way to results, whether they go to standard output or to a file. Allocates nothing per line. Failures of the stream come
/// out as <see cref="ClosedPipeException"/> or as a <see cref="CommandException"/> with exit code 4. Not thread-safe.
/// </summary>
/// <param name="stream">Where the bytes go.</param>
/// <param name="name">What to call it in a message.</param>
internal sealed class Utf8Output(Stream stream, string name) : IBufferWriter<byte>
{
    private const int InitialCapacity = 1 << 16;

    private byte[] _buffer = new byte[InitialCapacity];
    private int _used;
    private long _flushed;
    private bool _failed;

    /// <summary>Bytes written so far.</summary>
    public long Length => _flushed + _used;

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        EnsureRoom(Math.Max(sizeHint, 256));
        return _buffer.AsSpan(_used);
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureRoom(Math.Max(sizeHint, 256));
        return _buffer.AsMemory(_used);
    }

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(_buffer.Length - _used));
        _used += count;
    }

    /// <summary>Writes bytes as they are.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        EnsureRoom(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_used));
        _used += bytes.Length;
    }

    /// <summary>Writes text.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        EnsureRoom(Encoding.UTF8.GetMaxByteCount(text.Length));
        _used += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_used));
    }

    /// <summary>Writes one ASCII character.</summary>
    public void Write(byte character)
    {
        EnsureRoom(1);
        _buffer[_used++] = character;
    }

    /// <summary>Writes a number in decimal.</summary>
    public void Write(long number)
    {
        EnsureRoom(20);
        Utf8Formatter.TryFormat(number, _buffer.AsSpan(_used), out int written);
        _used += written;
    }

    /// <summary>Writes a value that knows its own UTF-8 form of at most <paramref name="maximum"/> bytes.</summary>
    public void Write<T>(T value, int maximum)
        where T : IUtf8SpanFormattable
    {
        EnsureRoom(maximum);
        if (!value.TryFormat(_buffer.AsSpan(_used), out int written, default, null))
        {
            throw new ArgumentOutOfRangeException(nameof(maximum));
        }

        _used += written;
    }

    /// <summary>Hands everything to the stream.</summary>
    /// <exception cref="ClosedPipeException">Nobody reads any more.</exception>
    /// <exception cref="CommandException">The stream failed: exit code 4.</exception>
    public void Flush()
    {
        if (_failed || _used == 0)
        {
            return;
        }

        try
        {
            stream.Write(_buffer, 0, _used);
            stream.Flush();
            _flushed += _used;
            _used = 0;
        }
        catch (Exception failure) when (OutputFile.IsFileFailure(failure))
        {
            // What could not be written is dropped, so that a later flush does not fail again.
            _failed = true;
            _used = 0;
            throw OutputFile.Explain(name, failure);
        }
    }

    private void EnsureRoom(int count)
    {
        if (count <= _buffer.Length - _used)
        {
            return;
        }

        Flush();
        _used = 0;
        if (count > _buffer.Length)
        {
            _buffer = new byte[count];
        }
    }
}
