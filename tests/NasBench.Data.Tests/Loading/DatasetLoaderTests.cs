using System.Text;
using NasBench.Data.Tests.Datasets;
using NasBench.TestUtilities;

namespace NasBench.Data.Tests.Loading;

/// <summary>Blocks, threads, and hashes that are trusted at first.</summary>
public sealed class DatasetLoaderTests
{
    private static TestRecord Good(int i) => TestRecord.Synthetic(100 + (i / 3), 108, i % 3);

    [Theory]
    [InlineData("synth_tiny.tfrecord", 2)]
    [InlineData("synth_tiny.tfrecord", 3)]
    [InlineData("synth_tiny_sorted.tfrecord", 2)]
    [InlineData("synth_tiny_ckpt.tfrecord", 2)]
    public void Load_SeveralThreads_SameDataAsOne(string name, int threads)
    {
        string path = TestFiles.Vector(name);
        using Dataset expected = Dataset.Open(path);
        for (int run = 0; run < 5; run++)
        {
            using Dataset data = Dataset.Open(path, new OpenOptions { MaxThreads = threads });
            Assert.Equal(DatasetDump.Of(expected), DatasetDump.Of(data));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Load_FaultsInSeveralBlocks_FirstInTheFileForAnyNumberOfThreads(int threads)
    {
        TestRecord[] records = [.. Enumerable.Range(0, 4_000).Select(Good)];
        foreach (int place in new[] { 1_000, 1_700, 3_999 })
        {
            records[place] = records[place] with { Hash = Space<Nas101>.HashAt(5) };
        }

        using var file = new TemporaryFile();
        RecordFile.Write(file.Path, records);
        for (int run = 0; run < 5; run++)
        {
            DataFormatException exception = Assert.Throws<DataFormatException>(() => Dataset.Open(file.Path, new OpenOptions { MaxThreads = threads }));
            Assert.Equal((1_000, FaultKind.HashMismatch), (exception.Record, exception.Kind));

            var progress = new RecordingProgress();
            using Dataset data = Dataset.Open(file.Path, new OpenOptions { IsLenient = true, MaxThreads = threads }, progress);
            progress.AssertRisesToOne();
            Assert.Equal((4_000, 3_997, 3), (data.Report.RecordsRead, data.RecordCount, data.Report.SkippedCount));
            Assert.Equal(exception.Offset, data.Report.FirstFault!.Offset);
            Assert.Equal(exception.Message, data.Report.FirstFault.Message);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Load_AllRecordsOfACellWithTheSameWrongHash_NamesTheFirst(int threads)
    {
        TestRecord[] records = [.. Enumerable.Range(0, 3_000).Select(Good)];
        for (int i = 1_500; i < 1_503; i++)
        {
            records[i] = records[i] with { Hash = new ModuleHash(1, 2) };
        }

        using var file = new TemporaryFile();
        RecordFile.Write(file.Path, records);
        DataFormatException exception = Assert.Throws<DataFormatException>(() => Dataset.Open(file.Path, new OpenOptions { MaxThreads = threads }));
        Assert.Equal((1_500, FaultKind.HashMismatch), (exception.Record, exception.Kind));
        Assert.Contains(Good(1_500).Hash.ToString(), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_HashOfZeros_IsRefused()
    {
        TestRecord[] records = [.. Enumerable.Range(0, 6).Select(i => Good(i) with { Hash = default })];
        using var file = new TemporaryFile();
        RecordFile.Write(file.Path, records);
        DataFormatException exception = Assert.Throws<DataFormatException>(() => Dataset.Open(file.Path));
        Assert.Equal((0, FaultKind.HashMismatch), (exception.Record, exception.Kind));
    }

    [Theory]
    [InlineData(TfRecordSource.Buffered)]
    [InlineData(TfRecordSource.Mapped)]
    public void Load_RecordLongerThanABlock_IsRead(TfRecordSource source)
    {
        var encoder = new RecordEncoder();
        using var file = new TemporaryFile();
        using (TfRecordWriter writer = TfRecordWriter.Create(file.Path))
        {
            for (int i = 0; i < 9; i++)
            {
                string text = Encoding.UTF8.GetString(encoder.Encode(Good(i).ToRecord()));
                writer.Write(Encoding.UTF8.GetBytes(text));
                writer.Write(Encoding.UTF8.GetBytes(i % 3 == 1 ? text + new string(' ', 700_000) : text));
            }

            writer.Complete();
        }

        using Dataset data = Dataset.Open(file.Path, new OpenOptions { Source = source, MaxThreads = 2 });
        Assert.Equal(18, data.RecordCount);
        for (int i = 0; i < 18; i++)
        {
            Assert.Equal(QueryStatus.Found, data.TryGetRun(100 + (i / 6), 108, i % 6, out Run run));
            Assert.Equal(Good(i / 2).Details.Run.ToRun(), run);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Load_RecordsThatBeginAroundTheEndOfAStretch_AreRead(int threads)
    {
        var encoder = new RecordEncoder();
        for (int offset = -20; offset <= 20; offset++)
        {
            for (int others = 0; others <= 2; others++)
            {
                using var file = new TemporaryFile();
                using (TfRecordWriter writer = TfRecordWriter.Create(file.Path))
                {
                    string text = Encoding.UTF8.GetString(encoder.Encode(Good(0).ToRecord()));
                    writer.Write(
                        Encoding.UTF8.GetBytes(text.PadRight(RecordBlock.StretchSize + offset - TfRecordFraming.HeaderSize - TfRecordFraming.FooterSize)));
                    for (int i = 1; i <= others; i++)
                    {
                        writer.Write(encoder.Encode(Good(i).ToRecord()));
                    }

                    writer.Complete();
                }

                using Dataset data = Dataset.Open(file.Path, new OpenOptions { MaxThreads = threads });
                Assert.Equal(others + 1, data.RecordCount);
                for (int i = 0; i <= others; i++)
                {
                    Assert.Equal(QueryStatus.Found, data.TryGetRun(100, 108, i, out Run run));
                    Assert.Equal(Good(i).Details.Run.ToRun(), run);
                }
            }
        }
    }

    [Fact]
    public void Load_CutOffInARecordLongerThanABlock_IsRefused()
    {
        using var file = new TemporaryFile();
        using (TfRecordWriter writer = TfRecordWriter.Create(file.Path))
        {
            writer.Write(new RecordEncoder().Encode(Good(0).ToRecord()));
            writer.Write(new byte[1_000_000]);
            writer.Complete();
        }

        using (FileStream stream = File.OpenWrite(file.Path))
        {
            stream.SetLength(stream.Length - 1);
        }

        DataFormatException exception = Assert.Throws<DataFormatException>(() => Dataset.Open(file.Path));
        Assert.Equal((1, FaultKind.TruncatedData), (exception.Record, exception.Kind));
        Assert.Contains("1000016", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FileOfOneByte_IsRefused()
    {
        using var file = new TemporaryFile();
        File.WriteAllBytes(file.Path, [1]);
        DataFormatException exception = Assert.Throws<DataFormatException>(() => Dataset.Open(file.Path));
        Assert.Equal((0, 0L, FaultKind.TruncatedHeader), (exception.Record, exception.Offset, exception.Kind));
    }

    [Fact]
    public void Load_ManySmallRecords_AreCountedInBlocks()
    {
        using var file = new TemporaryFile();
        using (TfRecordWriter writer = TfRecordWriter.Create(file.Path))
        {
            writer.Write(new RecordEncoder().Encode(Good(0).ToRecord()));
            for (int i = 0; i < 3_000; i++)
            {
                writer.Write([]);
            }

            writer.Complete();
        }

        using Dataset data = Dataset.Open(file.Path, new OpenOptions { IsLenient = true, MaxThreads = 2 });
        Assert.Equal((3_001, 3_000, 1), (data.Report.RecordsRead, data.Report.Skipped[FaultKind.BadJson], data.RecordCount));
    }

    [Fact]
    public void Load_ProgressThatThrows_EndsAllThreads()
    {
        var progress = new RecordingProgress(_ => throw new InvalidOperationException("enough"));
        Assert.Throws<InvalidOperationException>(() => Dataset.Open(TestFiles.Vector("synth_tiny.tfrecord"), new OpenOptions { MaxThreads = 3 }, progress));
    }

    [Fact]
    public void MaxThreads_LessThanOne_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new OpenOptions { MaxThreads = 0 });
}
