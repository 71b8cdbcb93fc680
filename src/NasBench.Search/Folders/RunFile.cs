using System.Buffers.Binary;
using System.IO.Hashing;
using NasBench.Data;

namespace NasBench.Search;

/// <summary>The file of one finished run, from which its part of the results can be written at any time, without the data set.</summary>
/// <remarks>
/// Little-endian:
/// <code>
/// offset  bytes  what
///      0      8  "NBRUN\x01\0\0"
///      8      8  XxHash3 of all that follows
///     16      4  run
///     20      4  status (bits 0-7), 1 where each record has its time, since workers shared the work (bit 8), 1 where values are doubles (bit 9), 1 where
///                each record has the epochs that were paid (bit 10), 1 where there is a front (bit 11)
///     24      8  steps, then evaluations, invalid, isomorphic repeats, spent epochs, each 8
///     64      4  distinct classes
///     68      4  number of incumbents
///     72      8  number of records
///     80      8  spent seconds, then busy seconds, own seconds, each 8
///    104         incumbents, 104 each: step, evaluations, seconds, spent epochs, index (4), epochs (4), repeat (4), 0 (4), validation, test, then
///                mean test and the four regrets
///                records: index (4), epochs (4), repeat (2), flags (1: halfway 1, free 2, improvement 4), 0 (1), validation, test and time as floats,
///                which all values of TFRecords are, or as doubles; last, where they are there, the time of the end (8) and the epochs that were paid (4)
///                front, where there is one, 40 each: index (4), repeat (4), validation, second objective, then the two of the means; last its number (4)
/// </code>
/// </remarks>
internal static class RunFile
{
    private const int ChecksumOffset = 8;
    private const int BodyOffset = 16;
    private const int HeaderSize = 104;
    private const int IncumbentSize = 104;
    private const int RecordSize = 12;
    private const int ValueCount = 3;
    private const int TimesFlag = 1 << 8;
    private const int DoublesFlag = 1 << 9;
    private const int EpochsFlag = 1 << 10;
    private const int FrontFlag = 1 << 11;
    private const int FrontSize = 40;
    private const int HalfwayFlag = 1;
    private const int FreeFlag = 2;
    private const int ImprovementFlag = 4;

    private static ReadOnlySpan<byte> Magic => "NBRUN\x01\0\0"u8;

    /// <summary>Writes a run, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="run">The run.</param>
    /// <param name="hasTimes">Whether the times of records are kept, since they are no sums.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, ScoredRun run, bool hasTimes)
    {
        RunResult result = run.Result;
        bool hasDoubles = !run.Values.All(AreFloats);
        bool hasEpochs = result.Records.Any(record => record.SpentEpochs != record.OwnEpochs);
        int flagged = (hasTimes ? TimesFlag : 0) | (hasDoubles ? DoublesFlag : 0) | (hasEpochs ? EpochsFlag : 0) | (run.Front.Count > 0 ? FrontFlag : 0);
        long listed = (IncumbentSize * (long)result.Incumbents.Count) + (SizeOf(flagged) * (long)result.Records.Count) + FrontBytes(run.Front.Count);
        byte[] bytes = new byte[HeaderSize + listed];
        Magic.CopyTo(bytes);
        var writer = new LittleEndianWriter(bytes.AsSpan(BodyOffset));
        writer.Write(result.Run);
        writer.Write((int)result.Status | flagged);
        writer.Write(result.Steps);
        writer.Write(result.Evaluations);
        writer.Write(result.Invalid);
        writer.Write(result.IsomorphicRepeats);
        writer.Write(result.SpentEpochs);
        writer.Write(result.Distinct);
        writer.Write(result.Incumbents.Count);
        writer.Write((long)result.Records.Count);
        writer.Write(result.SpentSeconds);
        writer.Write(result.BusySeconds);
        writer.Write(result.OwnSeconds);
        WriteIncumbents(ref writer, run);
        for (int i = 0; i < result.Records.Count; i++)
        {
            EvaluationRecord record = result.Records[i];
            int flags = (record.IsHalfway ? HalfwayFlag : 0) | (record.IsFree ? FreeFlag : 0) | (record.IsImprovement ? ImprovementFlag : 0);
            writer.Write(record.Index);
            writer.Write(record.Epochs);
            writer.Write((ushort)record.Repeat | (flags << 16));
            WriteValues(ref writer, run.Values[i], hasDoubles);
            if (hasTimes)
            {
                writer.Write(record.Seconds);
            }

            if (hasEpochs)
            {
                writer.Write(record.SpentEpochs);
            }
        }

        WriteFront(ref writer, run.Front);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(ChecksumOffset), XxHash3.HashToUInt64(bytes.AsSpan(BodyOffset)));
        using var file = new AtomicFile(path);
        file.Stream.Write(bytes);
        file.Complete();
    }

    /// <summary>Reads a run.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFormatException">It is damaged.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ScoredRun Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (bytes.Length < HeaderSize || !bytes.AsSpan().StartsWith(Magic))
        {
            throw new DataFormatException(path, 0, 0, FaultKind.UnknownFormat, "expected the file of a finished run");
        }

        if (XxHash3.HashToUInt64(bytes.AsSpan(BodyOffset)) != BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(ChecksumOffset)))
        {
            throw new DataFormatException(path, 0, ChecksumOffset, FaultKind.BadChecksum, "expected the checksum of what follows");
        }

        var reader = new LittleEndianReader(bytes.AsSpan(BodyOffset));
        int number = reader.ReadInt32();
        int status = reader.ReadInt32();
        long steps = reader.ReadInt64();
        long evaluations = reader.ReadInt64();
        long invalid = reader.ReadInt64();
        long repeats = reader.ReadInt64();
        long spentEpochs = reader.ReadInt64();
        int distinct = reader.ReadInt32();
        int incumbentCount = reader.ReadInt32();
        long recordCount = reader.ReadInt64();
        int frontCount = (status & FrontFlag) == 0 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(^sizeof(int)));
        if (incumbentCount < 0 || frontCount < 0 || recordCount < 0 || recordCount > bytes.Length
            || HeaderSize + ((long)IncumbentSize * incumbentCount) + (SizeOf(status) * recordCount) + FrontBytes(frontCount) != bytes.Length)
        {
            throw new DataFormatException(path, 0, BodyOffset, FaultKind.BadHeader, "expected a file as long as its counts say");
        }

        double spentSeconds = reader.ReadDouble();
        double busySeconds = reader.ReadDouble();
        double ownSeconds = reader.ReadDouble();
        (Incumbent[] incumbents, IncumbentScore[] scores) = ReadIncumbents(ref reader, incumbentCount);
        (EvaluationRecord[] records, RecordValues[] values) = ReadRecords(ref reader, (int)recordCount, status);
        ScoredFrontPoint[] front = ReadFront(ref reader, frontCount);
        var result = new RunResult
        {
            Run = number,
            Status = (RunStatus)(status & 0xFF),
            Steps = steps,
            Evaluations = evaluations,
            Invalid = invalid,
            IsomorphicRepeats = repeats,
            SpentEpochs = spentEpochs,
            Distinct = distinct,
            SpentSeconds = spentSeconds,
            BusySeconds = busySeconds,
            OwnSeconds = ownSeconds,
            Incumbents = incumbents,
            Records = records,
        };
        return new ScoredRun(result with { Front = [.. front.Select(point => point.Point)] }, scores, values) { Front = front };
    }

    /// <summary>The size of a record, by the flags in the status.</summary>
    private static int SizeOf(int status) => RecordSize
        + (ValueCount * ((status & DoublesFlag) != 0 ? sizeof(double) : sizeof(float)))
        + ((status & TimesFlag) != 0 ? sizeof(double) : 0)
        + ((status & EpochsFlag) != 0 ? sizeof(int) : 0);

    private static long FrontBytes(int count) => count == 0 ? 0 : ((long)FrontSize * count) + sizeof(int);

    private static void WriteFront(ref LittleEndianWriter writer, IReadOnlyList<ScoredFrontPoint> front)
    {
        foreach (ScoredFrontPoint scored in front)
        {
            writer.Write(scored.Point.Index);
            writer.Write(scored.Point.Repeat);
            writer.Write(scored.Point.ValidationAccuracy);
            writer.Write(scored.Point.Second);
            writer.Write(scored.Judged.First);
            writer.Write(scored.Judged.Second);
        }

        if (front.Count > 0)
        {
            writer.Write(front.Count);
        }
    }

    private static ScoredFrontPoint[] ReadFront(ref LittleEndianReader reader, int count)
    {
        var front = new ScoredFrontPoint[count];
        for (int i = 0; i < count; i++)
        {
            int index = reader.ReadInt32();
            int repeat = reader.ReadInt32();
            double validation = reader.ReadDouble();
            var point = new FrontPoint(index, repeat, validation, reader.ReadDouble());
            double loss = reader.ReadDouble();
            front[i] = new ScoredFrontPoint(point, new ObjectivePair(loss, reader.ReadDouble()));
        }

        return front;
    }

    private static bool AreFloats(RecordValues values)
        => IsFloat(values.ValidationAccuracy) && IsFloat(values.TestAccuracy) && IsFloat(values.TrainingTime);

    private static bool IsFloat(double value) => double.IsNaN(value) || (float)value == value;

    private static void WriteIncumbents(ref LittleEndianWriter writer, ScoredRun run)
    {
        for (int i = 0; i < run.Scores.Count; i++)
        {
            Incumbent incumbent = run.Result.Incumbents[i];
            writer.Write(incumbent.Step);
            writer.Write(incumbent.Evaluations);
            writer.Write(incumbent.Seconds);
            writer.Write(incumbent.SpentEpochs);
            writer.Write(incumbent.Index);
            writer.Write(incumbent.Epochs);
            writer.Write(incumbent.Repeat);
            writer.Write(0);
            writer.Write(incumbent.ValidationAccuracy);
            writer.Write(incumbent.TestAccuracy);
            IncumbentScore score = run.Scores[i];
            writer.Write(score.MeanTest);
            writer.Write(score.TestMean);
            writer.Write(score.TestSingle);
            writer.Write(score.ValidMean);
            writer.Write(score.ValidSingleSeen);
        }
    }

    private static (Incumbent[] Incumbents, IncumbentScore[] Scores) ReadIncumbents(ref LittleEndianReader reader, int count)
    {
        var incumbents = new Incumbent[count];
        var scores = new IncumbentScore[count];
        for (int i = 0; i < count; i++)
        {
            long step = reader.ReadInt64();
            long evaluations = reader.ReadInt64();
            double seconds = reader.ReadDouble();
            long spentEpochs = reader.ReadInt64();
            int index = reader.ReadInt32();
            int epochs = reader.ReadInt32();
            int repeat = reader.ReadInt32();
            reader.ReadInt32();
            double validation = reader.ReadDouble();
            double test = reader.ReadDouble();
            incumbents[i] = new Incumbent(step, evaluations, seconds, spentEpochs, index, epochs, repeat, validation, test);
            double meanTest = reader.ReadDouble();
            double testMean = reader.ReadDouble();
            double testSingle = reader.ReadDouble();
            double validMean = reader.ReadDouble();
            scores[i] = new IncumbentScore(meanTest, testMean, testSingle, validMean, reader.ReadDouble());
        }

        return (incumbents, scores);
    }

    private static void WriteValues(ref LittleEndianWriter writer, RecordValues values, bool areDoubles)
    {
        if (areDoubles)
        {
            writer.Write(values.ValidationAccuracy);
            writer.Write(values.TestAccuracy);
            writer.Write(values.TrainingTime);
        }
        else
        {
            writer.Write((float)values.ValidationAccuracy);
            writer.Write((float)values.TestAccuracy);
            writer.Write((float)values.TrainingTime);
        }
    }

    private static (EvaluationRecord[] Records, RecordValues[] Values) ReadRecords(ref LittleEndianReader reader, int count, int status)
    {
        bool hasTimes = (status & TimesFlag) != 0;
        bool hasDoubles = (status & DoublesFlag) != 0;
        bool hasEpochs = (status & EpochsFlag) != 0;
        var records = new EvaluationRecord[count];
        var values = new RecordValues[count];
        double seconds = 0;
        for (int i = 0; i < count; i++)
        {
            int index = reader.ReadInt32();
            int epochs = reader.ReadInt32();
            int rest = reader.ReadInt32();
            int flags = (rest >> 16) & 0xFF;
            double validation = hasDoubles ? reader.ReadDouble() : reader.ReadSingle();
            double test = hasDoubles ? reader.ReadDouble() : reader.ReadSingle();
            double time = hasDoubles ? reader.ReadDouble() : reader.ReadSingle();

            // Without a time of its own it is the same sum in the same order as in the run itself.
            seconds = hasTimes ? reader.ReadDouble() : seconds + time;
            values[i] = new RecordValues(validation, test, time);
            var record = new EvaluationRecord(
                seconds, time, index, epochs, 0, (short)rest, (flags & HalfwayFlag) != 0, (flags & FreeFlag) != 0, (flags & ImprovementFlag) != 0);
            records[i] = record with { SpentEpochs = hasEpochs ? reader.ReadInt32() : record.OwnEpochs };
        }

        return (records, values);
    }
}
