using NasBench.TestUtilities;

namespace NasBench.Data.Tests.Datasets;

/// <summary>Faults that only show when a record is compared with the space, and faults of files as loading reports them.</summary>
public sealed class DatasetFaultTests
{
    private static TestRecord Good(int i) => TestRecord.Synthetic(100 + (i / 3), 108, i % 3);

    private static TestRecord WrongHash(int i) => Good(i) with { Hash = Space<Nas101>.HashAt(5) };

    private static TestRecord WrongParameters(int i)
    {
        TestRecord good = Good(i);
        return good with { Details = good.Details with { TrainableParameters = good.Details.TrainableParameters + 1 } };
    }

    private static readonly Func<RecordedRun, RecordedRun>[] s_impossible =
    [
        recorded => recorded with { Final = recorded.Final with { TestAccuracy = -1e200 } },
        recorded => recorded with { Initial = recorded.Initial with { TrainingTime = double.PositiveInfinity } },
        recorded => recorded with { TotalTime = double.PositiveInfinity },
        recorded => recorded with { Halfway = recorded.Halfway with { TrainAccuracy = 9985 / 9984f } },
        recorded => recorded with { Halfway = recorded.Halfway with { TrainingTime = -1 } },
        recorded => recorded with { TotalTime = -1 },
        recorded => recorded with { Final = recorded.Final with { Epoch = 109 } },
    ];

    private static TestRecord WithValue(int i, Func<RecordedRun, RecordedRun> change)
    {
        TestRecord good = Good(i);
        return good with { Details = good.Details with { Run = change(good.Details.Run) } };
    }

    private static TestRecord TooManyEdges(int i)
    {
        Cell.CreateRawFromMask(7, (1 << 21) - 1, [0, 0, 0, 0, 0], out Cell cell);
        TestRecord good = Good(i);
        return good with { Details = good.Details with { StoredCell = cell } };
    }

    public static TheoryData<FaultKind, int> Faults
    {
        get
        {
            var faults = new TheoryData<FaultKind, int>();
            foreach (int place in new[] { 0, 1, 2, 3, 511, 512, 513, 1999 })
            {
                faults.Add(FaultKind.HashMismatch, place);
                faults.Add(FaultKind.ParameterMismatch, place);
                faults.Add(FaultKind.BadGraph, place);
                faults.Add(FaultKind.ImpossibleValue, place);
            }

            return faults;
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Load_RecordThatContradictsItself_NamesItAndLenientSkipsIt(FaultKind kind, int place)
    {
        TestRecord[] records = [.. Enumerable.Range(0, 2000).Select(Good)];
        records[place] = MakeFaulty(kind, place);
        using var file = new TemporaryFile();
        RecordFile.Write(file.Path, records);

        DataFormatException exception = Assert.Throws<DataFormatException>(() => Dataset.Open(file.Path));
        Assert.Equal(kind, exception.Kind);
        Assert.Equal(place, exception.Record);
        Assert.Equal(OffsetOf(file.Path, place), exception.Offset);
        Assert.Equal(file.Path, exception.Path);
        Assert.DoesNotContain('\n', exception.Message);

        using Dataset data = Dataset.Open(file.Path, new OpenOptions { IsLenient = true });
        Assert.Equal(1999, data.RecordCount);
        Assert.Equal(2000, data.Report.RecordsRead);
        Assert.Equal(1, data.Report.SkippedCount);
        Assert.Equal(1, data.Report.Skipped[kind]);
        Assert.Equal(place, data.Report.FirstFault!.Record);
        int index = 100 + (place / 3);
        Run[] expected = [.. records.Where((record, i) => record.Index == index && i != place).Select(record => record.Details.Run.ToRun())];
        Assert.Equal(expected.Length, data.GetRepeatCount(index, 108));
        for (int repeat = 0; repeat < expected.Length; repeat++)
        {
            data.TryGetRun(index, 108, repeat, out Run run);
            Assert.Equal(expected[repeat], run);
        }
    }

    /// <summary>Each is met by the shortest way through a record first, which must not take it.</summary>
    [Fact]
    public void Load_EachImpossibleValue_IsRefused()
    {
        foreach (Func<RecordedRun, RecordedRun> change in s_impossible)
        {
            using var file = new TemporaryFile();
            RecordFile.Write(file.Path, [Good(0), Good(1), WithValue(2, change), Good(3)]);

            DataFormatException exception = Assert.Throws<DataFormatException>(() => Dataset.Open(file.Path));
            Assert.Equal((2, FaultKind.ImpossibleValue), (exception.Record, exception.Kind));
        }
    }

    [Fact]
    public void Load_SeveralFaultsOfDifferentSteps_ReportsTheFirstInTheFile()
    {
        TestRecord[] records = [.. Enumerable.Range(0, 600).Select(Good)];
        records[10] = WrongHash(10);
        records[20] = TooManyEdges(20);
        records[30] = WrongParameters(30);
        using var file = new TemporaryFile();
        RecordFile.Write(file.Path, records);
        BreakData(file.Path, 40);
        Assert.Equal(10, Assert.Throws<DataFormatException>(() => Dataset.Open(file.Path)).Record);

        BreakData(file.Path, 5);
        DataFormatException exception = Assert.Throws<DataFormatException>(() => Dataset.Open(file.Path));
        Assert.Equal((5, FaultKind.BadDataCrc), (exception.Record, exception.Kind));

        using Dataset data = Dataset.Open(file.Path, new OpenOptions { IsLenient = true });
        Assert.Equal(595, data.RecordCount);
        Assert.Equal(5, data.Report.FirstFault!.Record);
        Assert.Equal(2, data.Report.Skipped[FaultKind.BadDataCrc]);
        Assert.Equal(1, data.Report.Skipped[FaultKind.HashMismatch]);
        Assert.Equal(1, data.Report.Skipped[FaultKind.BadGraph]);
        Assert.Equal(1, data.Report.Skipped[FaultKind.ParameterMismatch]);
    }

    [Fact]
    public void Load_FileCutOff_LenientKeepsWhatCameBefore()
    {
        using var file = new TemporaryFile();
        RecordFile.Write(file.Path, Enumerable.Range(0, 9).Select(Good));
        using (FileStream stream = File.OpenWrite(file.Path))
        {
            stream.SetLength(stream.Length - 1);
        }

        DataFormatException exception = Assert.Throws<DataFormatException>(() => Dataset.Open(file.Path));
        Assert.Equal((8, FaultKind.TruncatedData), (exception.Record, exception.Kind));
        using Dataset data = Dataset.Open(file.Path, new OpenOptions { IsLenient = true });
        Assert.Equal(8, data.RecordCount);
        Assert.Equal(1, data.Report.Skipped[FaultKind.TruncatedData]);
    }

    [Fact]
    public void Load_TooManyNumbersOfEpochs_IsRefused()
    {
        using var file = new TemporaryFile();
        RecordFile.Write(file.Path, Enumerable.Range(1, 66).Select(epochs => TestRecord.Synthetic(7, epochs, 0)));

        DataFormatException exception = Assert.Throws<DataFormatException>(() => Dataset.Open(file.Path));
        Assert.Equal((64, FaultKind.BadEpochs), (exception.Record, exception.Kind));
        using Dataset data = Dataset.Open(file.Path, new OpenOptions { IsLenient = true });
        Assert.Equal(64, data.Epochs.Length);
    }

    [Theory]
    [InlineData("empty.tfrecord")]
    [InlineData("not_json.tfrecord")]
    [InlineData("truncated_in_header.tfrecord")]
    public void Load_CorruptVector_Throws(string name)
    {
        Assert.Throws<DataFormatException>(() => Dataset.Open(TestFiles.Vector("corrupt", name)));
    }

    [Fact]
    public void Load_NoUsableRecord_ThrowsEvenWhenLenient()
    {
        using var file = new TemporaryFile();
        RecordFile.Write(file.Path, [WrongHash(0), WrongHash(1)]);
        DataFormatException exception = Assert.Throws<DataFormatException>(() => Dataset.Open(file.Path, new OpenOptions { IsLenient = true }));
        Assert.Equal((0, FaultKind.HashMismatch), (exception.Record, exception.Kind));
    }

    [Fact]
    public void Load_MissingFile_ThrowsIOException()
    {
        using var file = new TemporaryFile();
        Assert.ThrowsAny<IOException>(() => Dataset.Open(file.Path));
    }

    [Fact]
    public void Load_Cancelled_Throws()
    {
        using var cancellation = new CancellationTokenSource();
        var progress = new RecordingProgress(_ => cancellation.Cancel());
        Assert.ThrowsAny<OperationCanceledException>(() =>
            Dataset.Open(TestFiles.Vector("synth_tiny.tfrecord"), null, progress, cancellation.Token));
        Assert.Single(progress.Values);
    }

    [Theory]
    [InlineData(TfRecordSource.Buffered)]
    [InlineData(TfRecordSource.Mapped)]
    public void Load_EitherSource_ReportsProgress(TfRecordSource source)
    {
        var progress = new RecordingProgress();
        using Dataset data = Dataset.Open(TestFiles.Vector("synth_tiny.tfrecord"), new OpenOptions { Source = source }, progress);
        Assert.Equal(2400, data.RecordCount);
        Assert.True(progress.Values.Count > 3);
        progress.AssertRisesToOne();
    }

    [Fact]
    public void Load_AfterTheFirstChunk_AllocatesNothing()
    {
        // The first load initialises what is made once a process; only later ones are counted.
        LoadAndRecord(new List<long>(100));
        var allocated = new List<long>(100);
        AllocationAssert.Undisturbed(() =>
        {
            allocated.Clear();
            LoadAndRecord(allocated);

            // The last report comes from the end of the file, where the last chunk is not full.
            Assert.True(allocated.Count > 3);
            return allocated.TrueForAll(bytes => bytes == allocated[0]) ? null : $"allocated by the reports: {string.Join(", ", allocated)}";
        });
    }

    private static void LoadAndRecord(List<long> allocated)
    {
        var progress = new RecordingProgress(_ => allocated.Add(GC.GetAllocatedBytesForCurrentThread()), capacity: 100);
        Dataset.Open(TestFiles.Vector("synth_tiny.tfrecord"), null, progress).Dispose();
    }

    private static TestRecord MakeFaulty(FaultKind kind, int place) => kind switch
    {
        FaultKind.HashMismatch => WrongHash(place),
        FaultKind.ParameterMismatch => WrongParameters(place),
        FaultKind.ImpossibleValue => WithValue(place, s_impossible[place % s_impossible.Length]),
        _ => TooManyEdges(place),
    };

    private static long OffsetOf(string path, int record)
    {
        using TfRecordReader reader = TfRecordReader.Open(path);
        while (reader.TryRead(out _, out _) && reader.RecordNumber < record)
        {
        }

        return reader.RecordOffset;
    }

    private static void BreakData(string path, int record)
    {
        using FileStream stream = File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        stream.Position = OffsetOf(path, record) + 20;
        int value = stream.ReadByte();
        stream.Position--;
        stream.WriteByte((byte)(value ^ 1));
    }
}
