using Microsoft.Win32.SafeHandles;

namespace NasBench.Data;

/// <summary>
/// One buffer, filled by reads at explicit offsets, reused. It grows only for a record that is longer, and only as far as the file has bytes.
/// </summary>
internal sealed class BufferedWindow : TfRecordWindow
{
    // Half of the second-level cache of the processors at hand: the copy from the page cache and the decoding both find it there.
    private const int DefaultCapacity = 256 * 1024;

    private readonly SafeFileHandle _file;
    private byte[] _buffer;
    private long _start; // offset in the file of the buffer's first byte
    private int _count;  // bytes in the buffer

    internal BufferedWindow(string path, int capacity = DefaultCapacity)
        : base(path)
    {
        _file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileOptions.SequentialScan);
        try
        {
            Length = RandomAccess.GetLength(_file);
            if (Length == 0)
            {
                throw EmptyFile(path);
            }

            _buffer = GC.AllocateUninitializedArray<byte>((int)Math.Min(capacity, Math.Max(Length, 64)));
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    internal override bool TryGet(long offset, int count, out ReadOnlySpan<byte> bytes)
    {
        long skip = offset - _start;
        if (skip + count > _count)
        {
            if (!TryMove(offset, count))
            {
                bytes = default;
                return false;
            }

            skip = 0;
        }

        bytes = _buffer.AsSpan((int)skip, count);
        return true;
    }

    internal override int Read(long offset, Span<byte> destination) => RandomAccess.Read(_file, destination, offset);

    public override void Dispose()
    {
        _file.Dispose();
        _count = 0;
        _start = long.MinValue / 2; // every later call goes to the file, which is closed
    }

    private bool TryMove(long offset, int count)
    {
        ObjectDisposedException.ThrowIf(_file.IsClosed, typeof(TfRecordReader));
        if (count > Length - offset)
        {
            return false;
        }

        int kept = (int)Math.Clamp(_start + _count - offset, 0, _count);
        byte[] target = count <= _buffer.Length ? _buffer : GC.AllocateUninitializedArray<byte>(count);
        _buffer.AsSpan(_count - kept, kept).CopyTo(target);
        _buffer = target;
        _start = offset;
        _count = kept;
        while (_count < count)
        {
            int read = RandomAccess.Read(_file, _buffer.AsSpan(_count), _start + _count);
            if (read == 0)
            {
                Length = _start + _count; // the file became shorter
                return false;
            }

            _count += read;
        }

        return true;
    }
}
