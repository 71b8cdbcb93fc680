using System.Buffers.Binary;

namespace NasBench.Data.Tests.TfRecords;

/// <summary>Makes TFRecord files with the slow checksum.</summary>
internal static class ReferenceFrames
{
    internal static byte[] Frame(params IEnumerable<byte[]> records) => [.. records.SelectMany(FrameOne)];

    internal static byte[] FrameOne(byte[] data)
    {
        byte[] frame = new byte[12 + data.Length + 4];
        BinaryPrimitives.WriteInt64LittleEndian(frame, data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(8), ReferenceCrc.Mask(ReferenceCrc.Compute(frame.AsSpan(0, 8))));
        data.CopyTo(frame, 12);
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(12 + data.Length), ReferenceCrc.Mask(ReferenceCrc.Compute(data)));
        return frame;
    }

    /// <summary>A header with a right checksum and no data behind it.</summary>
    internal static byte[] Header(ulong length)
    {
        byte[] header = new byte[12];
        BinaryPrimitives.WriteUInt64LittleEndian(header, length);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8), ReferenceCrc.Mask(ReferenceCrc.Compute(header.AsSpan(0, 8))));
        return header;
    }

    internal static byte[][] ReadAll(string path, TfRecordSource source)
    {
        List<byte[]> records = [];
        using TfRecordReader reader = TfRecordReader.Open(path, source);
        while (reader.TryRead(out ReadOnlySpan<byte> data))
        {
            records.Add(data.ToArray());
        }

        return [.. records];
    }
}
