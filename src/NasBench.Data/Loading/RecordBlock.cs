using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace NasBench.Data;

/// <summary>Whole records that follow each other in a file, and what was decoded of them: what one thread works on at a time. Reused, so that there is no garbage.</summary>
/// <remarks>256 KB of the file and some 50 KB of what was decoded: both stay in a second-level cache.</remarks>
internal sealed class RecordBlock
{
    public const int DefaultCapacity = 256 * 1024;
    public const int MaxRecords = 640;

    private readonly int[] _starts = new int[MaxRecords];
    private readonly int[] _lengths = new int[MaxRecords];
    private readonly LoadedRecord[] _records = new LoadedRecord[MaxRecords];
    private readonly RecordHead[] _heads = new RecordHead[MaxRecords];
    private readonly Cell[] _cells = new Cell[MaxRecords];  // of heads
    private readonly int[] _indices = new int[MaxRecords]; // of cells
    private byte[] _bytes;
    private long _offset; // in the file, of the first record
    private int _length;  // of all records with their frames
    private int _headCount;

    /// <param name="fileLength">Length of the file that blocks are read from; no more room is needed.</param>
    public RecordBlock(long fileLength)
    {
        _bytes = GC.AllocateUninitializedArray<byte>((int)Math.Min(DefaultCapacity, Math.Max(fileLength, TfRecordFraming.HeaderSize)));
    }

    /// <summary>Number of the block in the file.</summary>
    public long Number { get; private set; }

    /// <summary>Number in the file of the first record.</summary>
    public long FirstRecord { get; private set; }

    /// <summary>The number of records.</summary>
    public int Count { get; private set; }

    /// <summary>Offset in the file of what follows the records.</summary>
    public long EndOffset => _offset + _length;

    /// <summary>What is wrong with the frame of the record behind the last; reading ends there.</summary>
    public FaultKind EndFault { get; private set; }

    /// <summary>What that frame is said to take; known for <see cref="FaultKind.TruncatedData"/>.</summary>
    public long EndSize { get; private set; }

    /// <summary>Why the block could not be read; there are no records then.</summary>
    public ExceptionDispatchInfo? Failure { get; set; }

    public ReadOnlySpan<LoadedRecord> Records => _records.AsSpan(0, Count);

    /// <summary>What the records have in common, in the order of the records.</summary>
    public ReadOnlySpan<RecordHead> Heads => _heads.AsSpan(0, _headCount);

    /// <summary>Room for bytes of the file.</summary>
    public Span<byte> Buffer => _bytes;

    /// <summary>Makes room for a record that is longer than the room there is. What the room held is lost.</summary>
    public void Grow(int size) => _bytes = GC.AllocateUninitializedArray<byte>(size);

    /// <summary>Begins anew, without records.</summary>
    public void Begin(long number, long firstRecord, long offset)
    {
        Number = number;
        FirstRecord = firstRecord;
        Count = 0;
        EndFault = FaultKind.None;
        EndSize = 0;
        Failure = null;
        _offset = offset;
        _length = 0;
    }

    /// <summary>Takes the next record of the buffer.</summary>
    /// <param name="dataLength">The length of its data.</param>
    public void Append(int dataLength)
    {
        _starts[Count] = _length;
        _lengths[Count++] = dataLength;
        _length += TfRecordFraming.HeaderSize + dataLength + TfRecordFraming.FooterSize;
    }

    /// <summary>Ends the file behind the last record.</summary>
    public void End(FaultKind fault, long size)
    {
        EndFault = fault;
        EndSize = size;
    }

    /// <summary>Offset in the file of a record.</summary>
    public long OffsetOf(int i) => _offset + _starts[i];

    /// <summary>The data of a record, if their checksum is right.</summary>
    public bool TryGetData(int i, out ReadOnlySpan<byte> data)
    {
        ReadOnlySpan<byte> rest = _bytes.AsSpan(_starts[i] + TfRecordFraming.HeaderSize);
        data = rest[.._lengths[i]];
        return BinaryPrimitives.ReadUInt32LittleEndian(rest[data.Length..]) == TfRecordFraming.ComputeMaskedCrc(data);
    }

    /// <summary>Decodes all records, finds their cells, and with that which of them are usual.</summary>
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
        NasRecord record = default;
        ReadOnlySpan<byte> latestHead = default; // none where the record before is of another layout
        for (int i = 0; i < Count; i++)
        {
            ref LoadedRecord loaded = ref _records[i];
            loaded.Head = -1;
            if (!TryGetData(i, out ReadOnlySpan<byte> data))
            {
                continue;
            }

            bool continues = latestHead.Length > 0 && data.Length == latestHead.Length + CanonicalRecord.TailLength && data.StartsWith(latestHead)
                && CanonicalRecord.TryDecodeMetrics(data, ref record);
            if (!continues)
            {
                latestHead = RecordDecoder.TryDecodeCanonical(data, out record) ? data[..^CanonicalRecord.TailLength] : default;
                if (latestHead.IsEmpty && !decoder.TryDecodeByGrammar(data, out record, out _))
                {
                    continue;
                }

                AddHead(record);
            }

            if (record.TrainableParameters is int parameters && !record.HasCheckpointPaths && PackedTraining.TryPack(ref record, out loaded.Training))
            {
                loaded.Parameters = parameters;
                loaded.Head = _headCount - 1;
            }
        }
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
            if (loaded.IsUsual && (_heads[loaded.Head].Index < 0 || _heads[loaded.Head].Parameters != loaded.Parameters))
            {
                loaded.Head = -1;
            }
        }
    }
}
