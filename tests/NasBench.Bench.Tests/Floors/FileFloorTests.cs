namespace NasBench.Bench.Tests.Floors;

/// <summary>The floors of loading walk over every record and see damage.</summary>
public class FileFloorTests
{
    [Fact]
    public void Walk_TinyFile_EveryRecord()
    {
        Assert.Equal(Samples.TinyRecords, FileFloor.WalkMapped(Samples.TinyFile));
        Assert.Equal(Samples.TinyRecords, FileFloor.WalkBuffered(Samples.TinyFile));
    }

    [Theory]
    [InlineData("bad_data_crc_row2")]
    [InlineData("truncated_in_data")]
    [InlineData("truncated_in_header")]
    public void Walk_DamagedFile_Refused(string name)
    {
        Assert.Throws<InvalidDataException>(() => FileFloor.WalkMapped(Samples.Corrupt(name)));
        Assert.Throws<InvalidDataException>(() => FileFloor.WalkBuffered(Samples.Corrupt(name)));
    }
}
