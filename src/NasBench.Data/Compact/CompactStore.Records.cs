using System.Runtime.CompilerServices;
using System.Text;

namespace NasBench.Data;

internal sealed unsafe partial class CompactStore
{
    /// <summary>Both evaluations of a repeat, if there is one; any position and repeat may be asked for.</summary>
    private bool TryGetRun(CompactColumn column, int position, int repeat, out Run run)
    {
        if (position >= 0 && (uint)repeat < RunEntry.Capacity)
        {
            ref readonly byte entry = ref *column.RunAt(position, repeat);
            if (RunEntry.IsNumerator(RunEntry.MarkerOf(in entry)))
            {
                run = new Run(RunEntry.GetHalfway(in entry), RunEntry.GetFinal(in entry));
                return true;
            }
        }

        return TryGetEscapedRun(column, position, repeat, out run);
    }

    /// <summary>One evaluation of a repeat, if there is one; any position and repeat may be asked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryGetMetrics(CompactColumn column, int position, int repeat, EvaluationPoint point, out Metrics metrics)
    {
        if (position >= 0 && (uint)repeat < RunEntry.Capacity)
        {
            ref readonly byte entry = ref *column.RunAt(position, repeat);
            if (RunEntry.IsNumerator(RunEntry.MarkerOf(in entry)))
            {
                metrics = point == EvaluationPoint.Halfway ? RunEntry.GetHalfway(in entry) : RunEntry.GetFinal(in entry);
                return true;
            }
        }

        bool found = TryGetEscapedRun(column, position, repeat, out Run run);
        metrics = run.At(point);
        return found;
    }

    private bool TryGetEscapedRun(CompactColumn column, int position, int repeat, out Run run)
    {
        run = Run.Absent;
        if (position < 0 || (uint)repeat >= (uint)CountRepeats(column, position))
        {
            return false;
        }

        int escape = column.FindEscape(position, repeat);
        if (escape < 0)
        {
            throw Damaged(
                CompactSectionKind.Runs, position, $"repeat {repeat} of a cell is said to be in the escapes and is not", Array.IndexOf(_columns, column));
        }

        run = EscapeEntry.ReadRun(column.EscapeAt(escape)).ToRun();
        return true;
    }

    private RecordDetails ReadCanonical(CompactColumn column, int position, int index, int repeat)
    {
        if ((uint)repeat >= RunEntry.Capacity || !TryGetRun(column, position, repeat, out Run run))
        {
            throw Damaged(CompactSectionKind.Runs, position, $"repeat {repeat} of a cell is missing", Array.IndexOf(_columns, column));
        }

        ref readonly byte details = ref *column.DetailAt(position, repeat);
        RecordedRun recorded = RecordedRun.Canonical(column.Epochs, DetailEntry.GetInitial(in details), run, DetailEntry.GetTotalTime(in details));
        return new RecordDetails(recorded, GetCell(index), GetTrainableParameters(index), null);
    }

    private RecordDetails ReadEscape(CompactColumn column, int number, int index)
    {
        int epochsPosition = Array.IndexOf(_columns, column);
        ReadOnlySpan<byte> entry = column.EscapeAt(number);
        if (!NoncanonicalCell.TryUnpack(EscapeEntry.ReadCellBits(entry), index, out Cell cell))
        {
            throw Damaged(CompactSectionKind.Escapes, number, "a stored graph is not of its class", epochsPosition);
        }

        int parameters = EscapeEntry.ReadParameters(entry);
        return new RecordDetails(
            EscapeEntry.ReadRun(entry), cell, parameters == CompactFormat.AbsentParameters ? null : parameters, ReadPaths(entry, number, epochsPosition));
    }

    private CheckpointPaths? ReadPaths(ReadOnlySpan<byte> entry, int number, int epochsPosition)
    {
        long start = EscapeEntry.ReadPathStart(entry);
        string? initial = ReadPath(entry, 0, ref start, number, epochsPosition);
        string? halfway = ReadPath(entry, 1, ref start, number, epochsPosition);
        string? final = ReadPath(entry, 2, ref start, number, epochsPosition);
        return initial is null && halfway is null && final is null ? null : new CheckpointPaths(initial, halfway, final);
    }

    private string? ReadPath(ReadOnlySpan<byte> entry, int evaluation, ref long start, int number, int epochsPosition)
    {
        int length = EscapeEntry.ReadPathLength(entry, evaluation);
        if (length == EscapeEntry.AbsentPath)
        {
            return null;
        }

        SectionEntry text = Header.Find(CompactSectionKind.Text);
        if (length < 0 || start < 0 || start > text.Length - length)
        {
            throw Damaged(CompactSectionKind.Escapes, number, "a checkpoint path is outside of the text", epochsPosition);
        }

        string path = Encoding.UTF8.GetString(_file[text.Offset + start, length]);
        start += length;
        return path;
    }

    /// <summary>The stored graph of a cell whose graph is not the representative; null for all others.</summary>
    private Cell? FindNoncanonicalCell(int position, int index)
    {
        SectionEntry section = Header.Find(CompactSectionKind.NoncanonicalCells);
        int low = 0;
        int high = (int)(section.Length / NoncanonicalCell.Size);
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            ReadOnlySpan<byte> entry = _file[section.Offset + ((long)middle * NoncanonicalCell.Size), NoncanonicalCell.Size];
            long found = NoncanonicalCell.PositionOf(entry);
            if (found == position)
            {
                return NoncanonicalCell.TryUnpack(NoncanonicalCell.BitsOf(entry), index, out Cell cell)
                    ? cell
                    : throw Damaged(section.Kind, middle, "a stored graph is not of its class");
            }

            low = found < position ? middle + 1 : low;
            high = found < position ? high : middle;
        }

        return null;
    }
}
