using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NasBench.Data;

/// <summary>A data set that is read where it stands in a compact file.</summary>
/// <remarks>
/// Opening looks at the header only and allocates the same few objects for any file. After that no number of the file is trusted: positions are compared with
/// the number of cells, lengths with those of the sections. What cannot be true of a good file gives a <see cref="DataFormatException"/>.
/// </remarks>
internal sealed unsafe partial class CompactStore : RunStore
{
    /// <summary>How many cells ahead a batch asks for blocks.</summary>
    private const int Lookahead = 16;

    private readonly FileBytes _file;
    private readonly string? _path;
    private readonly CompactColumn[] _columns;
    private readonly byte* _hashes;
    private readonly byte* _parameters;
    private readonly byte* _cells; // null where position and index are the same
    private readonly HashIndex _hashIndex;
    private int[]? _indices;
    private HashOrder? _hashOrder;

    /// <summary>Opens the bytes of a file.</summary>
    /// <exception cref="DataFormatException">Its header or table is damaged.</exception>
    public CompactStore(FileBytes file, string? path)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Compact files can be read in place on little-endian machines only.");
        }

        _file = file;
        _path = path;
        Header = CompactHeader.Read(file, path);
        _hashes = Start(CompactSectionKind.Hashes);
        _parameters = Start(CompactSectionKind.Parameters);
        _cells = Header.HasWholeSpace ? null : Start(CompactSectionKind.Cells);
        _columns = new CompactColumn[Header.Epochs.Length];
        for (int i = 0; i < _columns.Length; i++)
        {
            _columns[i] = new CompactColumn(
                Header.Epochs[i], Start(CompactSectionKind.Runs, i), Start(CompactSectionKind.Details, i), Start(CompactSectionKind.Escapes, i),
                (int)(Header.Find(CompactSectionKind.Escapes, i).Length / EscapeEntry.Size));
        }

        _hashIndex = OpenHashIndex();
    }

    public CompactHeader Header { get; }

    public override ReadOnlySpan<int> Epochs => Header.Epochs;

    /// <summary>The hashes of the cells in the order of <see cref="Indices"/>; they may be read as long as this store is held.</summary>
    public ReadOnlySpan<ModuleHash> Hashes => new(_hashes, CellCount);

    /// <summary>The sections of one number of epochs, for checks; they may be read as long as this store is held.</summary>
    public CompactColumn ColumnAt(int epochsPosition) => _columns[epochsPosition];

    public override int MaxRepeats => Header.MaxRepeats;

    public override long RecordCount => Header.RecordCount;

    public override int CellCount => Header.CellCount;

    /// <summary>Listed at the first call.</summary>
    public override ReadOnlySpan<int> Indices => _indices ??= ListIndices();

    public override void Prefetch(int index)
    {
        int position = PositionOf(index);
        if (position >= 0 && Sse.IsSupported)
        {
            Sse.Prefetch0(_hashes + ((long)position * ModuleHash.Size));
            foreach (CompactColumn column in _columns)
            {
                Sse.Prefetch0(column.RunAt(position, 0));
                Sse.Prefetch0(column.DetailAt(position, 0));
            }
        }

        GC.KeepAlive(this);
    }

    public override bool Contains(int index)
    {
        bool contains = PositionOf(index) >= 0;
        GC.KeepAlive(this);
        return contains;
    }

    public override int GetRepeatCount(int index, int epochsPosition)
    {
        int position = PositionOf(index);
        int count = position < 0 ? 0 : CountRepeats(_columns[epochsPosition], position);
        GC.KeepAlive(this);
        return count;
    }

    public override QueryStatus TryGetRun(int index, int epochsPosition, int repeat, out Run run)
    {
        QueryStatus status = TryGetRun(_columns[epochsPosition], PositionOf(index), repeat, out run) ? QueryStatus.Found : Check(index, epochsPosition, repeat);
        GC.KeepAlive(this);
        return status;
    }

    public override int Gather(
        ReadOnlySpan<int> indices, int epochsPosition, int repeat, EvaluationPoint point, Span<Metrics> results, Span<QueryStatus> statuses)
    {
        CompactColumn column = _columns[epochsPosition];
        int found = 0;
        for (int i = 0; i < indices.Length; i++)
        {
            if (i + Lookahead < indices.Length)
            {
                Prefetch(column, indices[i + Lookahead]);
            }

            if (TryGetMetrics(column, PositionOf(indices[i]), repeat, point, out results[i]))
            {
                statuses[i] = QueryStatus.Found;
                found++;
            }
            else
            {
                statuses[i] = Check(indices[i], epochsPosition, repeat);
            }
        }

        GC.KeepAlive(this);
        return found;
    }

    public override int FindPlace(int index)
    {
        int position = PositionOf(index);
        GC.KeepAlive(this);
        return position;
    }

    public override int CountRepeatsAt(int place, int epochsPosition)
    {
        int count = CountRepeats(_columns[epochsPosition], place);
        GC.KeepAlive(this);
        return count;
    }

    public override Metrics GetMetricsAt(int place, int index, int epochsPosition, int repeat, EvaluationPoint point)
    {
        TryGetMetrics(_columns[epochsPosition], place, repeat, point, out Metrics metrics);
        GC.KeepAlive(this);
        return metrics;
    }

    public override RecordDetails GetRecord(int index, int epochsPosition, int repeat)
    {
        int position = PositionOf(index);
        CompactColumn column = _columns[epochsPosition];
        int escape = column.EscapeCount == 0 ? -1 : column.FindEscape(position, repeat);
        RecordDetails record = escape >= 0 ? ReadEscape(column, escape, index) : ReadCanonical(column, position, index, repeat);
        GC.KeepAlive(this);
        return record;
    }

    public override Provenance GetProvenance(int index, int epochsPosition, int repeat)
    {
        if (Header.Provenance is Provenance.Measured or Provenance.Synthetic)
        {
            return Header.Provenance;
        }

        TryGetRun(index, epochsPosition, repeat, out Run run);
        SyntheticModel model = SyntheticMetrics.ModelOf(index, GetHash(index));
        return SyntheticMetrics.IsSynthetic(model, Header.Epochs[epochsPosition], repeat, run) ? Provenance.Synthetic
            : Header.Provenance == Provenance.Mixed ? Provenance.Measured
            : Provenance.Unknown;
    }

    public override ModuleHash GetHash(int index)
    {
        ModuleHash hash = HashAt(PositionOf(index));
        GC.KeepAlive(this);
        return hash;
    }

    public override Cell GetCell(int index)
    {
        Cell cell = FindNoncanonicalCell(PositionOf(index), index) ?? Space<Nas101>.CellAt(index);
        GC.KeepAlive(this);
        return cell;
    }

    public override int? GetTrainableParameters(int index)
    {
        int parameters = ReadInt32(_parameters, PositionOf(index));
        GC.KeepAlive(this);
        return parameters == CompactFormat.AbsentParameters ? null : parameters;
    }

    public override int Find(ModuleHash hash)
    {
        int position = _hashIndex.Candidate(hash);
        int index = position < CellCount && HashAt(position) == hash ? IndexAt(position) : -1;
        GC.KeepAlive(this);
        return index;
    }

    public override ReadOnlySpan<int> SortByHash(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        _hashOrder ??= new HashOrder(Hashes, Indices);
        GC.KeepAlive(this);
        return _hashOrder.Indices;
    }

    private HashIndex OpenHashIndex()
    {
        SectionEntry section = Header.Find(CompactSectionKind.HashIndex);
        byte* start = Start(section.Kind);
        HashIndex? index = HashIndex.IsWhole(start, section.Length) ? new HashIndex(start, section.Length, _file) : null;
        return index?.Count == CellCount ? index : throw Damaged(section.Kind, 0, "bad sizes in the index of hashes");
    }

    private byte* Start(CompactSectionKind kind, int epochsPosition = 0) => _file.Start + Header.Find(kind, epochsPosition).Offset;

    private static int ReadInt32(byte* numbers, int position) => Unsafe.ReadUnaligned<int>(numbers + ((long)position * sizeof(int)));

    private ModuleHash HashAt(int position) => Unsafe.ReadUnaligned<ModuleHash>(_hashes + ((long)position * ModuleHash.Size));

    /// <summary>The position of a cell, or -1. Any index may be asked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PositionOf(int index) => _cells is null ? (uint)index < (uint)CellCount ? index : -1 : SearchPosition(index);

    private int SearchPosition(int index)
    {
        int low = 0;
        int high = CellCount;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            bool isBelow = ReadInt32(_cells, middle) < index;
            low = isBelow ? middle + 1 : low;
            high = isBelow ? high : middle;
        }

        return (uint)index < (uint)Space<Nas101>.Count && low < CellCount && ReadInt32(_cells, low) == index ? low : -1;
    }

    /// <summary>The index of a position below the number of cells.</summary>
    private int IndexAt(int position)
    {
        int index = _cells is null ? position : ReadInt32(_cells, position);
        return (uint)index < (uint)Space<Nas101>.Count ? index : throw Damaged(CompactSectionKind.Cells, position, "bad index of a cell");
    }

    private int[] ListIndices()
    {
        int[] indices = new int[CellCount];
        for (int position = 0; position < indices.Length; position++)
        {
            indices[position] = IndexAt(position);
            if (position > 0 && indices[position] <= indices[position - 1])
            {
                throw Damaged(CompactSectionKind.Cells, position, "the cells do not ascend");
            }
        }

        GC.KeepAlive(this);
        return indices;
    }

    private static int CountRepeats(CompactColumn column, int position)
    {
        for (int repeat = RunEntry.Capacity - 1; repeat >= 0; repeat--)
        {
            ushort marker = RunEntry.MarkerOf(in *column.RunAt(position, repeat));
            if (marker == RunEntry.EscapedAndMore && repeat == RunEntry.Capacity - 1)
            {
                return column.CountByEscapes(position);
            }

            if (marker != RunEntry.Missing)
            {
                return repeat + 1;
            }
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(CompactColumn column, int index)
    {
        // A prefetch of an address that is not there does nothing.
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(column.RunAt(index, 0));
        }
    }

    private DataFormatException Damaged(CompactSectionKind kind, long entry, string detail, int epochsPosition = 0)
    {
        SectionEntry section = Header.Find(kind, epochsPosition);
        return new DataFormatException(
            _path,
            -1,
            section.Offset + (entry * CompactFormat.EntrySizeOf(kind)),
            FaultKind.BadSection,
            $"{detail}, in the section {section.Name}; expected a file without damage");
    }
}
