using System.Globalization;

namespace NasBench.Data;

/// <summary>
/// Looks for values that no repeat can have measured. A file that was made before such values were refused may hold them, and its checksums are right.
/// </summary>
/// <remarks>
/// A few milliseconds for the whole space at one number of epochs. In runs and details only the times are looked at, since the short form never had room for
/// an accuracy outside 0 to 1. <see cref="CompactVerifier"/> looks at everything.
/// </remarks>
internal static unsafe class CompactValues
{
    private const int CancellationInterval = 1 << 16;

    /// <exception cref="DataFormatException">The first such value.</exception>
    public static void Require(CompactStore store, string? path, CancellationToken cancellationToken)
    {
        for (int epochs = 0; epochs < store.Epochs.Length; epochs++)
        {
            CompactColumn column = store.ColumnAt(epochs);
            for (int position = 0; position < store.CellCount; position++)
            {
                if (position % CancellationInterval == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                for (int repeat = 0; repeat < RunEntry.Capacity; repeat++)
                {
                    if (!RunEntry.AreTimesPossible(in *column.RunAt(position, repeat)) || !DetailEntry.AreTimesPossible(in *column.DetailAt(position, repeat)))
                    {
                        RequireRun(store, column, epochs, position, repeat, path);
                    }
                }
            }

            for (int number = 0; number < column.EscapeCount; number++)
            {
                ReadOnlySpan<byte> entry = column.EscapeAt(number);
                RecordedRun recorded = EscapeEntry.ReadRun(entry);
                if (!ValueRanges.Hold(recorded, column.Epochs))
                {
                    long offset = store.Header.Find(CompactSectionKind.Escapes, epochs).Offset + ((long)number * EscapeEntry.Size);
                    throw Refuse(path, EscapeEntry.PositionOf(entry), offset, EscapeEntry.RepeatOf(entry), recorded, column.Epochs);
                }
            }
        }

        GC.KeepAlive(store);
    }

    /// <summary>An entry that holds a marker has no values, whatever its bytes are.</summary>
    private static void RequireRun(CompactStore store, CompactColumn column, int epochs, int position, int repeat, string? path)
    {
        ref readonly byte entry = ref *column.RunAt(position, repeat);
        if (RunEntry.IsNumerator(RunEntry.MarkerOf(in entry)))
        {
            ref readonly byte details = ref *column.DetailAt(position, repeat);
            var run = new Run(RunEntry.GetHalfway(in entry), RunEntry.GetFinal(in entry));
            RecordedRun recorded = RecordedRun.Canonical(column.Epochs, DetailEntry.GetInitial(in details), run, DetailEntry.GetTotalTime(in details));
            if (!ValueRanges.Hold(recorded, column.Epochs))
            {
                long offset = store.Header.Find(CompactSectionKind.Runs, epochs).Offset + ((long)position * RunEntry.BlockSize);
                throw Refuse(path, position, offset, repeat, recorded, column.Epochs);
            }
        }
    }

    private static DataFormatException Refuse(string? path, int position, long offset, int repeat, in RecordedRun recorded, int epochs) =>
        new(path, position, offset, FaultKind.ImpossibleValue, Describe(repeat, recorded, epochs));

    /// <summary>Which value of a repeat is out of range, and what was expected.</summary>
    public static string Describe(int repeat, in RecordedRun recorded, int epochs) =>
        string.Create(CultureInfo.InvariantCulture, $"repeat {repeat}: {ValueRanges.Describe(recorded, epochs)}");
}
