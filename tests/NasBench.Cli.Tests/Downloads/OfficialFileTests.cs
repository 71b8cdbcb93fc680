namespace NasBench.Cli.Tests.Downloads;

public sealed class OfficialFileTests
{
    [Fact]
    public void OfficialFiles_TheirLengths_AgreeWithEachOther()
    {
        // Both hold the same fields of the same size, three records a cell and budget; only the budget itself is written with as many digits as it has.
        const int Cells = 423_624;
        long digitsThatFullSaves = 3L * Cells * (("108".Length * 4) - ("4".Length + "12".Length + "36".Length + "108".Length));
        long only108 = OfficialFile.All.Single(file => file.Name == "only108").Length;
        long full = OfficialFile.All.Single(file => file.Name == "full").Length;
        Assert.Equal((4 * only108) - digitsThatFullSaves, full);
    }
}
