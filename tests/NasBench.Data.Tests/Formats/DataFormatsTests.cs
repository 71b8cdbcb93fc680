using NasBench.Data.Tests.Datasets;
using NasBench.TestUtilities;

namespace NasBench.Data.Tests.Formats;

public sealed class DataFormatsTests
{
    public static TheoryData<byte[], string> Openings => new()
    {
        { [0x89, .. "NASB\r\n"u8, 0x1A], "nasb" },
        { [.. "nasbench-rs"u8], "bin" },
        { [.. "PAR1"u8], "parquet" },
        { [.. "ARROW1"u8], "arrow" },
        { [.. "module_hash,"u8], "csv" },
        { [.. "{\"module_hash\":"u8], "jsonl" },
        { [0x89, .. "HDF\r\n"u8, 0x1A, (byte)'\n'], "h5" },
    };

    [Theory]
    [MemberData(nameof(Openings))]
    public void Recognise_Opening_GivesItsFormat(byte[] opening, string format)
    {
        Assert.Equal(format, Recognise(opening).Name);
        Assert.Equal(format, Recognise([.. opening, .. new byte[100]]).Name);
    }

    [Theory]
    [MemberData(nameof(Openings))]
    public void Recognise_ChangedOrCutOpening_IsTakenForATfRecord(byte[] opening, string format)
    {
        int signature = format == "h5" ? 4 : opening.Length;
        for (int i = 0; i < signature; i++)
        {
            byte[] changed = [.. opening];
            changed[i] ^= 0x20;
            Assert.Equal(DataFormats.TfRecord, Recognise(changed));
            Assert.Equal(DataFormats.TfRecord, Recognise(opening[..i]));
        }
    }

    [Theory]
    [MemberData(nameof(Openings))]
    public void Open_FormatThatIsNotRead_NamesIt(byte[] opening, string name)
    {
        using var file = new TemporaryFile();
        File.WriteAllBytes(file.Path, [.. opening, .. new byte[100]]);
        DataFormatException refusal = Assert.Throws<DataFormatException>(() => Dataset.Open(file.Path));
        DataFormat format = DataFormats.FindByName(name)!;

        Assert.Equal(name is "nasb" or "bin", format.CanRead);
        Assert.Equal(format.CanRead, refusal.Kind != FaultKind.UnknownFormat);
        Assert.Equal(!format.CanRead, refusal.Message.Contains($"of the format {format.Title}, which is not read", StringComparison.Ordinal));
    }

    [Fact]
    public void Recognise_NoFile_Throws()
    {
        using var file = new TemporaryFile();

        Assert.Throws<FileNotFoundException>(() => DataFormats.Recognise(file.Path));
        Assert.Throws<UnauthorizedAccessException>(() => DataFormats.Recognise(Path.GetDirectoryName(file.Path)!));
        Assert.Throws<ArgumentException>(() => DataFormats.Recognise(""));
    }

    [Fact]
    public void All_Rows_AreWholeAndDifferent()
    {
        Assert.Equal(["tfrecord", "nasb", "bin", "parquet", "arrow", "csv", "jsonl", "h5", "syne-tune"], DataFormats.All.Select(format => format.Name));
        Assert.Equal(DataFormats.All.Count, DataFormats.All.Select(format => format.Title).Distinct().Count());
        Assert.Equal(DataFormats.All.Count, DataFormats.All.Select(format => format.Ending).Distinct().Count());
        foreach (DataFormat format in DataFormats.All)
        {
            Assert.True(format.Ending.Length == 0 || (format.Ending[0] == '.' && format.Ending == format.Ending.ToLowerInvariant()));
            Assert.InRange(format.Holds.Length, 10, 100);
            Assert.False(format.Holds.EndsWith('.'));
            Assert.Equal(format.Project == "NasBench.Data", format.CanWrite);
            Assert.Equal(format, DataFormats.FindByName(format.Name));
            if (format.Ending.Length > 0)
            {
                Assert.Equal(format, DataFormats.FindByEnding("x" + format.Ending.ToUpperInvariant()));
            }
        }

        Assert.Null(DataFormats.FindByEnding("x.pickle"));
        Assert.Null(DataFormats.FindByEnding(""));
        Assert.Null(DataFormats.FindByName("CSV"));
    }

    /// <summary>Each file that is written here is recognised, by its ending and by its content.</summary>
    [Fact]
    public void Write_ByEnding_IsRecognised()
    {
        using TemporaryFolder folder = new();
        using Dataset data = RecordFile.WriteAndLoad([TestRecord.Synthetic(6, 108, 0)]);
        foreach (DataFormat format in DataFormats.All.Where(format => format.CanWrite))
        {
            string path = folder["x" + format.Ending];
            Assert.Equal(new WriteReport(1, new FileInfo(path).Length), data.Write(path));
            Assert.Equal(format, DataFormats.Recognise(path));
            if (format.CanRead)
            {
                using Dataset again = Dataset.Open(path);
                Assert.Equal(1, again.RecordCount);
            }
        }
    }

    [Fact]
    public void Write_FormatThatIsNotWrittenHere_SaysWhoWritesIt()
    {
        using TemporaryFolder folder = new();
        using Dataset data = RecordFile.WriteAndLoad([TestRecord.Synthetic(6, 108, 0)]);

        Assert.Contains("NasBench.Export", Assert.Throws<NotSupportedException>(() => data.Write(folder["x.parquet"])).Message, StringComparison.Ordinal);
        Assert.Contains(".tfrecord, .nasb", Assert.Throws<ArgumentException>(() => data.Write(folder["x.pickle"])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => data.Write(""));
        Assert.Empty(Directory.GetFileSystemEntries(folder.FullPath));
    }

    /// <summary>A compact file says what the data set knows, the source of an opened compact file included.</summary>
    [Fact]
    public void Write_WithoutOptions_HandsOnProvenanceAndSource()
    {
        using TemporaryFolder folder = new();
        var source = new CompactSource(7, 1, OfficialFiles.FullSha256);
        using (Dataset data = RecordFile.WriteAndLoad([TestRecord.Synthetic(6, 108, 0)]))
        {
            data.Write(folder["a.nasb"], null, new WriteOptions { Provenance = Provenance.Measured, Source = source });
        }

        using Dataset opened = Dataset.Open(folder["a.nasb"]);
        opened.Write(folder["b.nasb"]);

        Assert.Equal(source, CompactFile.ReadInfo(folder["b.nasb"]).Source);
        Assert.Equal(File.ReadAllBytes(folder["a.nasb"]), File.ReadAllBytes(folder["b.nasb"]));
    }

    private static DataFormat Recognise(byte[] bytes)
    {
        using var file = new TemporaryFile();
        File.WriteAllBytes(file.Path, bytes);
        return DataFormats.Recognise(file.Path);
    }
}
