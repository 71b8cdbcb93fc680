using System.IO.Hashing;
using CsCheck;
using NasBench.Data.Tests.Datasets;
using NasBench.TestUtilities;

namespace NasBench.Data.Tests.Compact;

/// <summary>A compact file answers what the data set answered that it was made from; the slow obvious twin is the data set in memory.</summary>
public sealed class CompactFileTests
{
    [Fact]
    public void Write_AnyRecords_ReadsBackTheSame() => TestRecordGens.Records(canonical: false).Sample(AssertRoundTrip, iter: 150);

    [Fact]
    public void Write_CanonicalRecords_ReadsBackTheSame() => TestRecordGens.Records(canonical: true).Sample(AssertRoundTrip, iter: 60);

    [Theory]
    [InlineData("synth_tiny.tfrecord")]
    [InlineData("synth_tiny_ckpt.tfrecord")]
    [InlineData("synth_tiny_sorted.tfrecord")]
    public void Write_Vector_ReadsBackTheSame(string name)
    {
        using Dataset data = Dataset.Open(TestFiles.Vector(name));
        using Dataset compact = CompactSample.Open(CompactSample.Write(data));

        Assert.Equal(DatasetDump.Of(data), DatasetDump.Of(compact));
    }

    [Fact]
    public void Write_SameRecordsInAnotherOrder_GivesTheSameBytes()
    {
        TestRecord[] records =
        [
            .. from index in (int[])[5, 91, 100_000]
               from epochs in (int[])[4, 108]
               from repeat in (int[])[0, 1, 2]
               select TestRecord.Synthetic(index, epochs, repeat),
        ];
        TestRecord[] others = [.. records.OrderBy(record => record.Details.Run.Final.TrainingTime)];
        TestRecord[] stable = [.. others.OrderBy(record => Array.IndexOf(records, record) % 3)];

        Assert.NotEqual(records, stable);
        Assert.Equal(CompactSample.Write(records), CompactSample.Write(stable));
    }

    [Fact]
    public void Write_FormatVersionOne_HasTheseBytes()
    {
        using Dataset data = Dataset.Open(TestFiles.Vector("synth_tiny_sorted.tfrecord"));
        var source = new CompactSource(926_268, 42, "e280f8d13c75b3e58ecf1860391631dcb450ca030742126cdaf695eb6d1f0ffa");

        Assert.Equal("253e242544b00692", $"{XxHash64.HashToUInt64(CompactSample.Write(data, Provenance.Synthetic, source)):x16}");
        Assert.Equal("1887739106b3c116", $"{XxHash64.HashToUInt64(CompactSample.Everything):x16}");
    }

    [Fact]
    public void Write_OneRecord_TakesAFewKilobytes() => Assert.InRange(CompactSample.Write([TestRecord.Synthetic(0, 108, 0)]).Length, 1, 2048);

    [Fact]
    public void Write_Provenance_ComesBack()
    {
        var source = new CompactSource(7, new UInt128(1, 2), OfficialFiles.Only108Sha256);
        using var file = new TemporaryFile();
        using Dataset data = RecordFile.WriteAndLoad([TestRecord.Synthetic(0, 108, 0)]);
        foreach (Provenance provenance in Enum.GetValues<Provenance>())
        {
            data.Write(file.Path, DataFormats.Compact, new WriteOptions { Provenance = provenance, Source = source });
            CompactFileInfo info = CompactFile.ReadInfo(file.Path);
            Assert.Equal(provenance, info.Provenance);
            Assert.Equal(source, info.Source);
            using Dataset opened = Dataset.Open(file.Path);
            Assert.Equal(provenance, opened.Provenance);
        }

        data.Write(file.Path, DataFormats.Compact, new WriteOptions { Provenance = Provenance.Unknown });
        Assert.Null(CompactFile.ReadInfo(file.Path).Source);
    }

    [Fact]
    public void Write_MeasuredByNobody_IsRefused()
    {
        using var file = new TemporaryFile();
        using Dataset data = RecordFile.WriteAndLoad([TestRecord.Synthetic(0, 108, 0)]);

        Assert.Throws<ArgumentException>(() => data.Write(file.Path, DataFormats.Compact, new WriteOptions { Provenance = Provenance.Measured }));
        Assert.Throws<ArgumentException>(() => data.Write(
            file.Path, DataFormats.Compact, new WriteOptions { Provenance = Provenance.Measured, Source = new CompactSource(1, 1, new string('0', 64)) }));
        Assert.Throws<ArgumentException>(() => data.Write(file.Path, DataFormats.Compact, new WriteOptions { Source = new CompactSource(1, 1, "00") }));
        Assert.Empty(file.FolderContents);
    }

    /// <summary>Once this took all memory: of two equal hashes no index can be made.</summary>
    [Fact]
    public void Write_DamagedDataWithTheSameHashTwice_IsRefused()
    {
        byte[] bytes = [.. CompactSample.Everything];
        int hashes = (int)CompactHeader.Read(FileBytes.Copy(bytes), null).Find(CompactSectionKind.Hashes).Offset;
        bytes.AsSpan(hashes, ModuleHash.Size).CopyTo(bytes.AsSpan(hashes + ModuleHash.Size));
        using Dataset data = CompactSample.Open(bytes, verifies: false);
        using var file = new TemporaryFile();

        Assert.Equal(FaultKind.HashMismatch, Assert.Throws<DataFormatException>(
            () => data.Write(file.Path, DataFormats.Compact, new WriteOptions { Provenance = Provenance.Unknown })).Kind);
        Assert.Empty(file.FolderContents);
    }

    [Fact]
    public void Write_NoRecord_IsRefused()
    {
        using var file = new TemporaryFile();
        using var empty = new Dataset(new OpenedData(new DatasetBuilder(1).Build(), Provenance.Unknown, OpenReport.None));

        Assert.Contains(
            "at least one record", Assert.Throws<ArgumentException>(() => empty.Write(file.Path, DataFormats.Compact)).Message, StringComparison.Ordinal);
        Assert.Empty(file.FolderContents);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("e280f8d13c75b3e58ecf1860391631dcb450ca030742126cdaf695eb6d1f0ff")]
    [InlineData("e280f8d13c75b3e58ecf1860391631dcb450ca030742126cdaf695eb6d1f0ffg")]
    [InlineData("e280f8d13c75b3e58ecf1860391631dcb450ca030742126cdaf695eb6d1f0ff\u0661")]
    public void CompactSource_NoSha256_IsRefused(string text)
    {
        var good = new CompactSource(1, 1, null);
        using var file = new TemporaryFile();
        File.WriteAllBytes(file.Path, [1]);

        Assert.Equal("Sha256", Assert.Throws<ArgumentException>(() => new CompactSource(1, 1, text)).ParamName);
        Assert.Throws<ArgumentException>(() => good with { Sha256 = text });
        Assert.Equal("sha256", Assert.Throws<ArgumentException>(() => CompactFile.DescribeSource(file.Path, text)).ParamName);
    }

    [Fact]
    public void CompactSource_UpperCase_IsTheSame()
    {
        string sha256 = OfficialFiles.FullSha256;

        Assert.Equal(new CompactSource(1, 1, sha256), new CompactSource(1, 1, sha256.ToUpperInvariant()));
        Assert.Equal(sha256, new CompactSource(1, 1, sha256.ToUpperInvariant()).Sha256);
    }

    [Fact]
    public void Write_Cancelled_LeavesTheOldFile()
    {
        using var file = new TemporaryFile();
        using Dataset data = RecordFile.WriteAndLoad([TestRecord.Synthetic(0, 108, 0)]);
        File.WriteAllText(file.Path, "old");

        Assert.Throws<OperationCanceledException>(() => data.Write(file.Path, DataFormats.Compact, null, null, new CancellationToken(canceled: true)));
        Assert.Equal([file.Name], file.FolderContents);
        Assert.Equal("old", File.ReadAllText(file.Path));
    }

    [Fact]
    public void Provenance_OfARun_FollowsTheFile()
    {
        TestRecord synthetic = TestRecord.Synthetic(6, 108, 0);
        TestRecord other = synthetic with
        {
            Details = synthetic.Details with
            {
                Run = synthetic.Details.Run with { Final = synthetic.Details.Run.Final with { TestAccuracy = 0.5 } },
            },
        };
        var official = new CompactSource(7, 1, OfficialFiles.FullSha256);

        Assert.Equal((Provenance.Synthetic, Provenance.Unknown), Ask(Provenance.Unknown, null));
        Assert.Equal((Provenance.Synthetic, Provenance.Measured), Ask(Provenance.Mixed, null));
        Assert.Equal((Provenance.Measured, Provenance.Measured), Ask(Provenance.Measured, official));
        Assert.Equal((Provenance.Synthetic, Provenance.Synthetic), Ask(Provenance.Synthetic, null));

        (Provenance First, Provenance Second) Ask(Provenance provenance, CompactSource? source)
        {
            using Dataset data = CompactSample.Open(CompactSample.Write([synthetic, other], provenance, source));
            data.TryGetProvenance(6, 108, 0, out Provenance first);
            data.TryGetProvenance(6, 108, 1, out Provenance second);
            return (first, second);
        }
    }

    [Fact]
    public void Open_MapAndCopy_AnswerTheSame()
    {
        using var file = new TemporaryFile();
        File.WriteAllBytes(file.Path, CompactSample.Everything);
        using Dataset mapped = Dataset.Open(file.Path, new OpenOptions { VerifiesChecksums = true });
        using Dataset copied = Dataset.Open(file.Path, new OpenOptions { Access = CompactAccess.Copy });
        string[] expected = [.. DatasetDump.Of(mapped)];

        // The copy no longer needs the file.
        using Dataset alone = copied;
        mapped.Dispose();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        File.WriteAllBytes(file.Path, []);
        Assert.Equal(expected, DatasetDump.Of(alone));
    }

    [Fact]
    public void Open_OtherFormats_ByContent()
    {
        using Dataset data = Dataset.Open(TestFiles.Vector("synth_tiny.tfrecord"));

        Assert.Equal(200, data.CellCount);
        Assert.Equal(DataFormats.TfRecord, DataFormats.Recognise(TestFiles.Vector("corrupt", "empty.tfrecord")));
    }

    [Fact]
    public void Open_AnySize_AllocatesTheSame()
    {
        using var small = new TemporaryFile();
        using var large = new TemporaryFile();
        File.WriteAllBytes(small.Path, CompactSample.Write([TestRecord.Synthetic(0, 108, 0)]));
        File.WriteAllBytes(large.Path, CompactSample.Write(Enumerable.Range(0, 3000).Select(index => TestRecord.Synthetic(index, 108, 0))));
        Measure(small.Path);
        Measure(large.Path);
        long smallest = Measure(small.Path);

        Assert.InRange(smallest, 1, 8192);
        AllocationAssert.Undisturbed(() =>
        {
            long allocated = Measure(large.Path);
            return allocated == smallest ? null : $"allocated {allocated} bytes, {smallest} for the smallest file";
        });

        static long Measure(string path)
        {
            Dataset.Open(path).Dispose();
            long before = GC.GetAllocatedBytesForCurrentThread();
            using Dataset data = Dataset.Open(path);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Queries_AnyKind_AllocateNothing()
    {
        using Dataset data = CompactSample.Open(CompactSample.Everything);
        int[] indices = [.. data.Indices, 3, -1];
        ModuleHash hash = data.GetHash(90);
        var results = new Metrics[indices.Length];
        var statuses = new QueryStatus[indices.Length];
        AllocationAssert.AllocatesNothing(() =>
        {
            foreach (int index in indices)
            {
                for (int repeat = -1; repeat < 6; repeat++)
                {
                    data.TryGetRun(index, 4, repeat, out _);
                    data.TryGetRun(index, 108, repeat, out _);
                }

                data.TryGetMean(index, 108, out _);
            }

            data.TryFind(hash, out _);
            data.TryFind(default(ModuleHash), out _);
            data.GetStoredCell(indices[2]);
            data.Query(indices, 4, 1, EvaluationPoint.Final, results, statuses);
        });
    }

    [Fact]
    public void Query_Batch_EqualsOneByOne()
    {
        using Dataset data = CompactSample.Open(CompactSample.Everything);
        int[] indices = [.. Enumerable.Range(-2, 200), 200_000, int.MinValue, int.MaxValue, Space<Nas101>.Count];
        var results = new Metrics[indices.Length];
        var statuses = new QueryStatus[indices.Length];
        foreach ((int epochs, int repeat, EvaluationPoint point) in
            from e in (int[])[4, 108, 12] from r in Enumerable.Range(-1, 7) from p in Enum.GetValues<EvaluationPoint>() select (e, r, p))
        {
            int found = data.Query(indices, epochs, repeat, point, results, statuses);
            Assert.Equal(statuses.Count(status => status == QueryStatus.Found), found);
            for (int i = 0; i < indices.Length; i++)
            {
                Assert.Equal(data.TryGetRun(indices[i], epochs, repeat, out Run run), statuses[i]);
                Assert.Equal(run.At(point), results[i]);
            }
        }
    }

    [Fact]
    public void Verify_GoodFile_FindsNothingButOtherGraphs()
    {
        using var file = new TemporaryFile();
        File.WriteAllBytes(file.Path, CompactSample.Everything);
        IReadOnlyList<DataFormatException> faults = CompactFile.Verify(file.Path);

        Assert.Equal(FaultKind.NotRepresentative, Assert.Single(faults).Kind);
    }

    private static void AssertRoundTrip(TestRecord[] records)
    {
        using Dataset data = RecordFile.WriteAndLoad(records);
        byte[] bytes = CompactSample.Write(data);
        using Dataset compact = CompactSample.Open(bytes);
        Assert.Equal(DatasetDump.Of(data), DatasetDump.Of(compact));
        Assert.All(CompactVerifier.Verify(FileBytes.Copy(bytes), null, 100, null, default), fault => Assert.Equal(FaultKind.NotRepresentative, fault.Kind));

        // What was read from a compact file gives the same file again.
        Assert.Equal(bytes, CompactSample.Write(compact));
    }
}
