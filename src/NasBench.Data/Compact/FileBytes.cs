using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace NasBench.Data;

/// <summary>All bytes of a file at one address: a mapping or a copy. Whoever holds this object may read them.</summary>
/// <remarks>
/// There is no way to free them by hand: they go when the garbage collector finds that nobody holds this object any more. So no thread can read memory that
/// another one has freed, and reading pays nothing for that. Methods that keep only the address end with <see cref="GC.KeepAlive"/>.
/// </remarks>
internal sealed unsafe class FileBytes
{
    private const int ReadSize = 1 << 24;

    private readonly SafeMemoryMappedViewHandle? _view; // its own finalizer unmaps
    private readonly bool _ownsMemory;

    private FileBytes(byte* start, long length, SafeMemoryMappedViewHandle? view, bool ownsMemory)
    {
        Start = start;
        Length = length;
        _view = view;
        _ownsMemory = ownsMemory;
        if (!ownsMemory)
        {
            GC.SuppressFinalize(this);
        }
    }

    ~FileBytes()
    {
        if (_ownsMemory)
        {
            NativeMemory.AlignedFree(Start);
        }
    }

    public byte* Start { get; }

    public long Length { get; }

    /// <summary>Maps a file, or copies it.</summary>
    public static FileBytes Open(string path, CompactAccess access)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        if (stream.Length == 0)
        {
            throw new DataFormatException(path, -1, 0, FaultKind.EmptyFile, "the file is empty, expected a compact file");
        }

        return access switch
        {
            CompactAccess.Map => Map(stream),
            CompactAccess.Copy => Copy(stream),
            _ => throw new ArgumentOutOfRangeException(nameof(access), access, null),
        };
    }

    /// <summary>A copy of bytes in memory.</summary>
    public static FileBytes Copy(ReadOnlySpan<byte> bytes)
    {
        FileBytes copy = Allocate(bytes.Length);
        bytes.CopyTo(copy.Slice(0, bytes.Length));
        return copy;
    }

    /// <summary>Some of the bytes; they stay only as long as this object is held.</summary>
    public ReadOnlySpan<byte> this[long offset, int count]
    {
        get
        {
            if (offset < 0 || count < 0 || offset > Length - count)
            {
                throw new ArgumentOutOfRangeException(nameof(offset));
            }

            return new ReadOnlySpan<byte>(Start + offset, count);
        }
    }

    private static FileBytes Map(FileStream stream)
    {
        long length = stream.Length;
        using MemoryMappedFile file = MemoryMappedFile.CreateFromFile(
            stream, null, length, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        MemoryMappedViewAccessor view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        SafeMemoryMappedViewHandle handle = view.SafeMemoryMappedViewHandle;
        return new FileBytes((byte*)handle.DangerousGetHandle() + view.PointerOffset, length, handle, ownsMemory: false);
    }

    private static FileBytes Copy(FileStream stream)
    {
        FileBytes copy = Allocate(stream.Length);
        for (long offset = 0; offset < copy.Length;)
        {
            int count = (int)Math.Min(ReadSize, copy.Length - offset);
            stream.ReadExactly(copy.Slice(offset, count));
            offset += count;
        }

        return copy;
    }

    private static FileBytes Allocate(long length) =>
        new((byte*)NativeMemory.AlignedAlloc((nuint)Math.Max(length, 1), CompactFormat.Alignment), length, null, ownsMemory: true);

    private Span<byte> Slice(long offset, int count) => new(Start + offset, count);
}
