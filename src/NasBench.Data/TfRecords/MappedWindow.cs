using System.IO.MemoryMappedFiles;

namespace NasBench.Data;

/// <summary>A mapping of the whole file.</summary>
internal sealed unsafe class MappedWindow : TfRecordWindow
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private byte* _start; // null when disposed

    internal MappedWindow(string path)
        : base(path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        Length = stream.Length;
        if (Length == 0)
        {
            throw EmptyFile(path); // an empty file cannot be mapped
        }

        _file = MemoryMappedFile.CreateFromFile(stream, null, Length, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        try
        {
            _view = _file.CreateViewAccessor(0, Length, MemoryMappedFileAccess.Read);
            byte* start = null;
            _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
            _start = start + _view.PointerOffset;
        }
        catch
        {
            _view?.Dispose();
            _file.Dispose();
            throw;
        }
    }

    internal override bool TryGet(long offset, int count, out ReadOnlySpan<byte> bytes)
    {
        ObjectDisposedException.ThrowIf(_start is null, typeof(TfRecordReader));
        if (count > Length - offset)
        {
            bytes = default;
            return false;
        }

        bytes = new ReadOnlySpan<byte>(_start + offset, count);
        return true;
    }

    internal override int Read(long offset, Span<byte> destination)
    {
        int count = (int)Math.Clamp(Length - offset, 0, destination.Length);
        ObjectDisposedException.ThrowIf(_start is null, typeof(TfRecordReader));
        new ReadOnlySpan<byte>(_start + offset, count).CopyTo(destination);
        return count;
    }

    public override void Dispose()
    {
        if (_start is not null)
        {
            _start = null;
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
            _file.Dispose();
        }
    }
}
