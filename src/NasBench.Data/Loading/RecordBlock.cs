using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace NasBench.Data;

/// <summary>Whole records that follow each other in a file, and what was decoded of them: what one thread works on at a time. Reused, so that there is no garbage.</summary>
/// <remarks>256 KB of the file and 46 KB of decoded records: both stay in a second-level cache.</remarks>
internal sealed class RecordBlock
{
    public const int DefaultCapacity = 256 * 1024;
    public const int MaxRecords = 640;

    /// <summary>How many records ahead memory is asked for.</summary>
    private const int Lookahead = 16;

    private readonly int[] _starts = new int[MaxRecords];
    private readonly int[] _lengths = new int[MaxRecords];
    private readonly LoadedRecord[] _records = new LoadedRecord[MaxRecords];
    private readonly Cell[] _cells = new Cell[MaxRecords];
    private readonly int[] _indices = new int[MaxRecords];
    private byte[] _bytes;
    private long _offset; // in the file, of the first record
    private int _length;  // of all records with their frames

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
        for (int i = 0; i < Count; i++)
        {
            _cells[i] = TryGetData(i, out ReadOnlySpan<byte> data) && TryDecodeUsual(decoder, data, ref _records[i], out Cell cell) ? cell : default;
        }

        // The default cell is in no space.
        Space<Nas101>.Locate(_cells.AsSpan(0, Count), _indices);
        CheckCells();
    }

    private static bool TryDecodeUsual(RecordDecoder decoder, ReadOnlySpan<byte> data, ref LoadedRecord loaded, out Cell cell)
    {
        if (!decoder.TryDecode(data, out NasRecord record, out _) || record.TrainableParameters is not int parameters || record.HasCheckpointPaths
            || record.Hash == default || !PackedTraining.TryPack(ref record, out loaded.Training))
        {
            cell = default;
            return false;
        }

        loaded.Hash = record.Hash;
        loaded.Epochs = record.Epochs;
        loaded.Parameters = parameters;
        cell = record.Cell;
        return true;
    }

    /// <summary>The records of a cell mostly follow each other, so what was found of the one before is kept.</summary>
    private unsafe void CheckCells()
    {
        int[] trueParameters = TrueParameters.OfAllCells;
        int latestIndex = -1;
        Cell latestCell = default;
        int latestParameters = 0;
        for (int i = 0; i < Count; i++)
        {
            if (Sse.IsSupported && i + Lookahead < Count)
            {
                Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(trueParameters), _indices[i + Lookahead])));
            }

            int index = _indices[i];
            if (index >= 0 && index != latestIndex)
            {
                latestIndex = index;
                latestCell = Space<Nas101>.CellAt(index);
                latestParameters = trueParameters[index];
            }

            ref LoadedRecord loaded = ref _records[i];
            loaded.Index = _cells[i] == latestCell && loaded.Parameters == latestParameters ? index : -1;
        }
    }
}
