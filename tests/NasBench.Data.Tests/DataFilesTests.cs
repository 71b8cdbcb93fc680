namespace NasBench.Data.Tests;

public sealed class DataFilesTests
{
    public static TheoryData<byte[], DataFileFormat> Openings => new()
    {
        { [0x89, .. "NASB\r\n"u8, 0x1A], DataFileFormat.Compact },
        { [.. "nasbench-rs"u8], DataFileFormat.NasBenchRs },
        { [.. "PAR1"u8], DataFileFormat.Parquet },
        { [.. "ARROW1"u8], DataFileFormat.Arrow },
        { [0x89, .. "HDF\r\n"u8, 0x1A, (byte)'\n'], DataFileFormat.Hdf5 },
    };

    [Theory]
    [MemberData(nameof(Openings))]
    public void Recognise_Opening_GivesItsFormat(byte[] opening, DataFileFormat format)
    {
        Assert.Equal(format, Recognise(opening));
        Assert.Equal(format, Recognise([.. opening, .. new byte[100]]));
    }

    [Theory]
    [MemberData(nameof(Openings))]
    public void Recognise_ChangedOrCutOpening_IsTakenForATfRecord(byte[] opening, DataFileFormat format)
    {
        int signature = format == DataFileFormat.Hdf5 ? 4 : opening.Length;
        for (int i = 0; i < signature; i++)
        {
            byte[] changed = [.. opening];
            changed[i] ^= 0x20;
            Assert.Equal(DataFileFormat.TfRecord, Recognise(changed));
            Assert.Equal(DataFileFormat.TfRecord, Recognise(opening[..i]));
        }
    }

    [Theory]
    [MemberData(nameof(Openings))]
    public void Open_FormatThatIsNotRead_NamesIt(byte[] opening, DataFileFormat format)
    {
        using var file = new TemporaryFile();
        File.WriteAllBytes(file.Path, [.. opening, .. new byte[100]]);
        DataFormatException refusal = Assert.Throws<DataFormatException>(() => Dataset.Open(file.Path));
        bool isRead = format is DataFileFormat.Compact or DataFileFormat.NasBenchRs;

        Assert.Equal(isRead, refusal.Kind != FaultKind.UnknownFormat);
        Assert.Equal(!isRead, refusal.Message.Contains($"of the format {format}, which is not read", StringComparison.Ordinal));
    }

    [Fact]
    public void Recognise_NoFile_Throws()
    {
        using var file = new TemporaryFile();

        Assert.Throws<FileNotFoundException>(() => DataFiles.Recognise(file.Path));
        Assert.Throws<UnauthorizedAccessException>(() => DataFiles.Recognise(Path.GetDirectoryName(file.Path)!));
        Assert.Throws<ArgumentException>(() => DataFiles.Recognise(""));
    }

    private static DataFileFormat Recognise(byte[] bytes)
    {
        using var file = new TemporaryFile();
        File.WriteAllBytes(file.Path, bytes);
        return DataFiles.Recognise(file.Path);
    }
}
