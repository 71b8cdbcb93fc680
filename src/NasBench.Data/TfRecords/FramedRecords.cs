using System.Buffers;
using System.Buffers.Binary;

namespace NasBench.Data;

/// <summary>Records in their frames, in memory, as they stand in a file. One object serves many blocks.</summary>
internal sealed class FramedRecords
{
    private readonly RecordEncoder _encoder = new();
    private readonly ArrayBufferWriter<byte> _buffer = new();

    public int Count { get; private set; }

    public ReadOnlySpan<byte> Bytes => _buffer.WrittenSpan;

    public void Clear()
    {
        _buffer.ResetWrittenCount();
        Count = 0;
    }

    public void Add(in NasRecord record)
    {
        ReadOnlySpan<byte> data = _encoder.Encode(record);
        int size = TfRecordFraming.HeaderSize + data.Length + TfRecordFraming.FooterSize;
        Span<byte> frame = _buffer.GetSpan(size);
        TfRecordFraming.WriteHeader(frame, data.Length);
        data.CopyTo(frame[TfRecordFraming.HeaderSize..]);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[(TfRecordFraming.HeaderSize + data.Length)..], TfRecordFraming.ComputeMaskedCrc(data));
        _buffer.Advance(size);
        Count++;
    }
}
