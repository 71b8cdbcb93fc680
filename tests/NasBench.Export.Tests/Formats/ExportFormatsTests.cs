using NasBench.Data;

namespace NasBench.Export.Tests.Formats;

public sealed class ExportFormatsTests
{
    [Fact]
    public void All_Rows_AreThoseOfTheTableAndAllAreWritten()
    {
        Assert.Equal(DataFormats.All, ExportFormats.All);
        Assert.Equal(DataFormats.All.Where(format => format.Project == "NasBench.Export"), ExportFormats.Own);
        Assert.All(ExportFormats.All, format => Assert.True(format.CanWrite));
        foreach ((DataFormat known, DataFormat own) in DataFormats.All.Zip(ExportFormats.All))
        {
            Assert.Equal(
                (known.Title, known.Ending, known.Holds, known.Project, known.NamesSource, known.CanRead),
                (own.Title, own.Ending, own.Holds, own.Project, own.NamesSource, own.CanRead));
        }
    }
}
