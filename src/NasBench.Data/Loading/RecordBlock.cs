using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace NasBench.Data;

/// <summary>
/// Whole records that follow each other in a file, and what was decoded from them: what one thread works on at a time. Reused, so that there is no garbage.
/// </summary>
/// <remarks>264 KB of the file and some 60 KB of what was decoded from it: both stay in a second-level cache.</remarks>
internal sealed class RecordBlock
{
    /// <summary>Bytes of the file in which the records of a block begin.</summary>
    public const int StretchSize = 256 * 1024;

    /// <summary>Room for what the last record takes behind the stretch; a longer one costs an array of its own.</summary>
    private const int Overlap = 8 * 1024;

    /// <summary>More than a stretch of the official files has; where records are shorter, room is made for more.</summary>
    private const int TypicalRecords = 704;

    private readonly byte[] _buffer;
    private byte[] _bytes; // the buffer, or the longer array
    private int[] _starts = new int[TypicalRecords]; // in the bytes
    private int[] _lengths = new int[TypicalRecords];
    private LoadedRecord[] _records = new LoadedRecord[TypicalRecords];
    private RecordHead[] _heads = new RecordHead[TypicalRecords];
    private Cell[] _cells = new Cell[TypicalRecords];  // of heads
    private int[] _indices = new int[TypicalRecords]; // of cells
    private int _headCount;

    /// <param name="fileLength">Length of the file that blocks are read from; no more room than that is needed.</param>
    public RecordBlock(long fileLength)
    {
        _buffer = GC.AllocateUninitializedArray<byte>((int)Math.Min(StretchSize + Overlap, fileLength));
        _bytes = _buffer;
    }

    /// <summary>Number of the block in the file.</summary>
    public long Number { get; private set; }

    /// <summary>Number in the file of the first record.</summary>
    public long FirstRecord { get; private set; }

    /// <summary>The number of records.</summary>
    public int Count { get; private set; }

    /// <summary>Offset in the file of what follows the records.</summary>
    public long EndOffset { get; private set; }

    /// <summary>What is wrong with the frame of the record behind the last; reading ends there.</summary>
    public FaultKind EndFault { get; private set; }

    /// <summary>How long that frame says it is; known for <see cref="FaultKind.TruncatedData"/>.</summary>
    public long EndSize { get; private set; }

    /// <summary>Why the block could not be read; there are no records then.</summary>
    public ExceptionDispatchInfo? Failure { get; set; }

    public ReadOnlySpan<LoadedRecord> Records => _records.AsSpan(0, Count);

    /// <summary>What the records have in common, in the order of the records.</summary>
    public ReadOnlySpan<RecordHead> Heads => _heads.AsSpan(0, _headCount);

    /// <summary>Offset in the file of the stretch, with which the bytes begin.</summary>
    private long Start => Number * StretchSize;

    /// <summary>Room for bytes of the file. What the block held is lost.</summary>
    public Span<byte> Empty()
    {
        Count = 0;
        _bytes = _buffer;
        return _bytes;
    }

    /// <summary>Begins anew, without records.</summary>
    /// <param name="number">The number of the block: its bytes are those of the file from that many stretches on.</param>
    /// <param name="firstRecord">Number in the file of the next record.</param>
    /// <param name="offset">Offset in the file of the next record, which may begin behind the stretch.</param>
    public void Begin(long number, long firstRecord, long offset)
    {
        Number = number;
        FirstRecord = firstRecord;
        Count = 0;
        EndOffset = offset;
        EndFault = FaultKind.None;
        EndSize = 0;
        Failure = null;
    }

    /// <summary>Whether the next record begins in the stretch of the block.</summary>
    public bool IsOpen => EndOffset < Start + StretchSize;

    /// <summary>What the block holds of the next record and of what follows it, if the record begins in the stretch.</summary>
    /// <param name="count">Bytes that were read.</param>
    public ReadOnlySpan<byte> GetRest(int count)
    {
        int start = (int)(EndOffset - Start);
        return start < count ? _bytes.AsSpan(start, count - start) : default;
    }

    /// <summary>Makes room for a record that is longer than the room there is.</summary>
    /// <param name="size">Bytes of the record with its frame.</param>
    /// <param name="count">Bytes that were read.</param>
    /// <returns>Room for the bytes behind those.</returns>
    public Span<byte> Grow(int size, int count)
    {
        byte[] bytes = GC.AllocateUninitializedArray<byte>(checked((int)(EndOffset - Start) + size));
        _bytes.AsSpan(0, count).CopyTo(bytes);
        _bytes = bytes;
        return bytes.AsSpan(count);
    }

    /// <summary>Takes the next record.</summary>
    /// <param name="dataLength">The length of its data.</param>
    public void Append(int dataLength)
    {
        if (Count == _starts.Length)
        {
            MakeRoom(2 * Count);
        }

        _starts[Count] = (int)(EndOffset - Start);
        _lengths[Count++] = dataLength;
        EndOffset += TfRecordFraming.HeaderSize + dataLength + TfRecordFraming.FooterSize;
    }

    /// <summary>Ends the file behind the last record.</summary>
    public void End(FaultKind fault, long size)
    {
        EndFault = fault;
        EndSize = size;
    }

    /// <summary>Offset in the file of a record.</summary>
    public long OffsetOf(int i) => Start + _starts[i];

    /// <summary>The data of a record, if their checksum is right.</summary>
    public bool TryGetData(int i, out ReadOnlySpan<byte> data)
    {
        ReadOnlySpan<byte> rest = _bytes.AsSpan(_starts[i] + TfRecordFraming.HeaderSize);
        data = rest[.._lengths[i]];
        return BinaryPrimitives.ReadUInt32LittleEndian(rest[data.Length..]) == TfRecordFraming.ComputeMaskedCrc(data);
    }

    /// <summary>Decodes all records, finds their cells, and so finds out which of them are canonical.</summary>
    public void Decode(RecordDecoder decoder)
    {
        DecodeRecords(decoder);

        // The default cell is in no space.
        Space<Nas101>.Locate(_cells.AsSpan(0, _headCount), _indices);
        CheckCells();
        CheckParameters();
    }

    private void DecodeRecords(RecordDecoder decoder)
    {
        _headCount = 0;
        ReadOnlySpan<byte> head = default; // the data up to the metrics, of the latest record whose layout is the canonical one there
        for (int i = 0; i < Count; i++)
        {
            ref LoadedRecord loaded = ref _records[i];
            loaded.Head = -1;
            if (!TryGetData(i, out ReadOnlySpan<byte> data))
            {
                continue;
            }

            if (head.IsEmpty || data.Length != head.Length + CanonicalRecord.TailLength || !data.StartsWith(head))
            {
                head = CanonicalRecord.IsShort ? DecodeHead(data) : default;
            }

            if ((!head.IsEmpty && CanonicalRecord.TryPackMetrics(data, _heads[_headCount - 1].Epochs, out loaded.Run, out loaded.Parameters))
                || TryDecodeWhole(decoder, data, ref loaded, hasHead: !head.IsEmpty))
            {
                loaded.Head = _headCount - 1;
            }
        }
    }

    /// <summary>Adds a head.</summary>
    /// <returns>Its bytes; empty, and no head is added, where the layout is another one.</returns>
    private ReadOnlySpan<byte> DecodeHead(ReadOnlySpan<byte> data)
    {
        Unsafe.SkipInit(out NasRecord record);
        if (!CanonicalRecord.TryDecodeHead(data, ref record))
        {
            return default;
        }

        AddHead(record);
        return data[..^CanonicalRecord.TailLength];
    }

    /// <summary>The way for any layout, and for values that the short way refuses.</summary>
    private bool TryDecodeWhole(RecordDecoder decoder, ReadOnlySpan<byte> data, ref LoadedRecord loaded, bool hasHead)
    {
        if (!decoder.TryDecode(data, out NasRecord record, out _) || record.TrainableParameters is not int parameters || record.HasCheckpointPaths)
        {
            return false;
        }

        if (!hasHead)
        {
            AddHead(record);
        }

        loaded.Parameters = parameters;
        return record.TryPack(out loaded.Run);
    }

    private void AddHead(in NasRecord record)
    {
        ref RecordHead head = ref _heads[_headCount];
        head.Hash = record.Hash;
        head.Epochs = record.Epochs;
        _cells[_headCount++] = record.Hash == default ? default : record.Cell;
    }

    private unsafe void CheckCells()
    {
        int[] trueParameters = TrueParameters.OfAllCells;
        for (int i = 0; i < _headCount && Sse.IsSupported; i++)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(trueParameters), _indices[i])));
        }

        for (int i = 0; i < _headCount; i++)
        {
            int index = _indices[i];
            bool isRepresentative = index >= 0 && Space<Nas101>.CellAt(index) == _cells[i];
            _heads[i].Index = isRepresentative ? index : -1;
            _heads[i].Parameters = isRepresentative ? trueParameters[index] : 0;
        }
    }

    private void CheckParameters()
    {
        foreach (ref LoadedRecord loaded in _records.AsSpan(0, Count))
        {
            if (loaded.IsCanonical && (_heads[loaded.Head].Index < 0 || _heads[loaded.Head].Parameters != loaded.Parameters))
            {
                loaded.Head = -1;
            }
        }
    }

    private void MakeRoom(int records)
    {
        Array.Resize(ref _starts, records);
        Array.Resize(ref _lengths, records);
        Array.Resize(ref _records, records);
        Array.Resize(ref _heads, records);
        Array.Resize(ref _cells, records);
        Array.Resize(ref _indices, records);
    }
}
