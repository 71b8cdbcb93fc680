using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;
using NasBench.Data;

namespace NasBench.Bench;

/// <summary>What loading cannot do without: one pass over the file that walks the framing and checks both checksums of each record, opening included.</summary>
public static unsafe class FileFloor
{
    private const int BufferSize = 256 * 1024;

    /// <summary>A pass over a fresh mapping.</summary>
    /// <returns>The number of records.</returns>
    public static int WalkMapped(string path)
    {
        using MemoryMappedFile file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        long length = new FileInfo(path).Length;
        using MemoryMappedViewAccessor view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        try
        {
            start += view.PointerOffset;
            int records = 0;
            for (long position = 0; position < length; records++)
            {
                var rest = new ReadOnlySpan<byte>(start + position, (int)Math.Min(length - position, int.MaxValue));
                position += Check(rest);
            }

            return records;
        }
        finally
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
        }
    }

    /// <summary>A pass by reads into one buffer that stays in the cache.</summary>
    /// <returns>The number of records.</returns>
    public static int WalkBuffered(string path)
    {
        using SafeFileHandle file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        byte[] buffer = GC.AllocateUninitializedArray<byte>(BufferSize);
        int records = 0;
        int held = 0;
        for (long position = 0; ;)
        {
            int read = RandomAccess.Read(file, buffer.AsSpan(held), position);
            if (read == 0)
            {
                return held == 0 ? records : throw new InvalidDataException("the file ends within a record");
            }

            position += read;
            held += read;
            int done = 0;
            while (IsWhole(buffer.AsSpan(done, held - done)))
            {
                done += Check(buffer.AsSpan(done, held - done));
                records++;
            }

            held -= done;
            buffer.AsSpan(done, held).CopyTo(buffer);
            if (held == buffer.Length)
            {
                Array.Resize(ref buffer, checked(2 * buffer.Length));
            }
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= TfRecordFraming.HeaderSize
        && (ulong)bytes.Length >= BinaryPrimitives.ReadUInt64LittleEndian(bytes) + TfRecordFraming.HeaderSize + TfRecordFraming.FooterSize;

    /// <summary>Checks the record at the start of some bytes and gives its length with the frame.</summary>
    private static int Check(ReadOnlySpan<byte> bytes)
    {
        if (TfRecordFraming.ReadHeader(bytes, out int length) != FaultKind.None
            || bytes.Length < length + TfRecordFraming.HeaderSize + TfRecordFraming.FooterSize
            || TfRecordFraming.ComputeMaskedCrc(bytes.Slice(TfRecordFraming.HeaderSize, length))
                != BinaryPrimitives.ReadUInt32LittleEndian(bytes[(TfRecordFraming.HeaderSize + length)..]))
        {
            throw new InvalidDataException("a record is damaged");
        }

        return length + TfRecordFraming.HeaderSize + TfRecordFraming.FooterSize;
    }
}
