using System.Buffers.Binary;

namespace NasBench.Data;

/// <summary>
/// A record that the short forms do not hold exactly, kept whole: an entry of 176 bytes in a compact file, ascending by position, then repeat.
/// </summary>
/// <remarks>
/// <code>
/// | byte | type       | what                                                                                       |
/// |------|------------|--------------------------------------------------------------------------------------------|
/// | 0    | int32      | repeat                                                                                     |
/// | 4    | int32      | position of the cell                                                                        |
/// | 8    | 5 float64  | before training: epoch, training time, train, validation, test accuracy; NaN = absent        |
/// | 48   | 5 float64  | halfway                                                                                    |
/// | 88   | 5 float64  | final                                                                                      |
/// | 128  | float64    | total time                                                                                 |
/// | 136  | uint64     | the stored graph, as <see cref="Cell.Bits"/> has it                                          |
/// | 144  | int32      | trainable parameters, -1 = absent                                                           |
/// | 148  | 3 int32    | lengths of the checkpoint paths of the three evaluations, -1 = absent                        |
/// | 160  | int64      | offset of the first path in the text; the others follow it. Zero without a path              |
/// | 168  | int64      | zero                                                                                       |
/// </code>
/// Read as one number, the first eight bytes are in the order of the entries.
/// </remarks>
internal static class EscapeEntry
{
    public const int Size = 176;

    public const int AbsentPath = -1;

    private const int CellOffset = 136;
    private const int ParametersOffset = 144;
    private const int PathLengthsOffset = 148;
    private const int PathStartOffset = 160;
    private const int ReservedOffset = 168;
    private const int ValuesOffset = 8;
    private const int TotalTimeOffset = 128;
    private const int EvaluationSize = 5 * sizeof(double);

    /// <summary>What entries are ordered by.</summary>
    public static long Key(int position, int repeat) => ((long)position << 32) | (uint)repeat;

    public static long KeyOf(ReadOnlySpan<byte> entry) => BinaryPrimitives.ReadInt64LittleEndian(entry);

    public static int PositionOf(ReadOnlySpan<byte> entry) => (int)(KeyOf(entry) >> 32);

    public static int RepeatOf(ReadOnlySpan<byte> entry) => (int)KeyOf(entry);

    public static void Write(long key, in RecordDetails record, ReadOnlySpan<int> pathLengths, long pathStart, Span<byte> entry)
    {
        BinaryPrimitives.WriteInt64LittleEndian(entry, key);
        WriteEvaluation(record.Run.Initial, entry[ValuesOffset..]);
        WriteEvaluation(record.Run.Halfway, entry[(ValuesOffset + EvaluationSize)..]);
        WriteEvaluation(record.Run.Final, entry[(ValuesOffset + (2 * EvaluationSize))..]);
        BinaryPrimitives.WriteDoubleLittleEndian(entry[TotalTimeOffset..], record.Run.TotalTime);
        BinaryPrimitives.WriteUInt64LittleEndian(entry[CellOffset..], record.StoredCell.Bits);
        BinaryPrimitives.WriteInt32LittleEndian(entry[ParametersOffset..], record.TrainableParameters ?? CompactFormat.AbsentParameters);
        for (int i = 0; i < NasRecord.EvaluationCount; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(entry[(PathLengthsOffset + (i * sizeof(int)))..], pathLengths[i]);
        }

        BinaryPrimitives.WriteInt64LittleEndian(entry[PathStartOffset..], pathStart);
        BinaryPrimitives.WriteInt64LittleEndian(entry[ReservedOffset..], 0);
    }

    public static RecordedRun ReadRun(ReadOnlySpan<byte> entry) => new(
        ReadEvaluation(entry[ValuesOffset..]),
        ReadEvaluation(entry[(ValuesOffset + EvaluationSize)..]),
        ReadEvaluation(entry[(ValuesOffset + (2 * EvaluationSize))..]),
        BinaryPrimitives.ReadDoubleLittleEndian(entry[TotalTimeOffset..]));

    public static ulong ReadCellBits(ReadOnlySpan<byte> entry) => BinaryPrimitives.ReadUInt64LittleEndian(entry[CellOffset..]);

    public static int ReadParameters(ReadOnlySpan<byte> entry) => BinaryPrimitives.ReadInt32LittleEndian(entry[ParametersOffset..]);

    public static int ReadPathLength(ReadOnlySpan<byte> entry, int evaluation) =>
        BinaryPrimitives.ReadInt32LittleEndian(entry[(PathLengthsOffset + (evaluation * sizeof(int)))..]);

    public static long ReadPathStart(ReadOnlySpan<byte> entry) => BinaryPrimitives.ReadInt64LittleEndian(entry[PathStartOffset..]);

    public static long ReadReserved(ReadOnlySpan<byte> entry) => BinaryPrimitives.ReadInt64LittleEndian(entry[ReservedOffset..]);

    private static void WriteEvaluation(in Evaluation evaluation, Span<byte> target)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(target, evaluation.Epoch);
        BinaryPrimitives.WriteDoubleLittleEndian(target[8..], evaluation.TrainingTime);
        BinaryPrimitives.WriteDoubleLittleEndian(target[16..], evaluation.TrainAccuracy);
        BinaryPrimitives.WriteDoubleLittleEndian(target[24..], evaluation.ValidationAccuracy);
        BinaryPrimitives.WriteDoubleLittleEndian(target[32..], evaluation.TestAccuracy);
    }

    private static Evaluation ReadEvaluation(ReadOnlySpan<byte> source) => new(
        BinaryPrimitives.ReadDoubleLittleEndian(source),
        BinaryPrimitives.ReadDoubleLittleEndian(source[8..]),
        BinaryPrimitives.ReadDoubleLittleEndian(source[16..]),
        BinaryPrimitives.ReadDoubleLittleEndian(source[24..]),
        BinaryPrimitives.ReadDoubleLittleEndian(source[32..]));
}
