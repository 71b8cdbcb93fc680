using System.Buffers.Binary;
using System.Text;
using NasBench.Data;
using NasBench.Search;
using NasBench.TestUtilities;

namespace NasBench.Plots.Tests;

/// <summary>What holds for every figure.</summary>
[Trait("Category", "Once")]
public sealed class PictureTests(FigureData data)
{
    /// <summary>Those that measure the whole space, whatever the data: seconds each. They are drawn once.</summary>
    private static readonly string[] s_slow = ["locality", "optima"];

    public static TheoryData<string> Figures => [.. FigureCatalog.All.Select(figure => figure.Name).Except(s_slow)];

    public static TheoryData<string> SlowFigures => [.. s_slow];

    [Theory]
    [MemberData(nameof(Figures))]
    public void Write_AnyFigure_SaysWhereItsValuesComeFrom(string figure)
    {
        DrawnPicture picture = DrawnPicture.Of(RequestFor(figure));

        Assert.Contains(picture.Texts, text => text.StartsWith("SYNTHETIC DATA", StringComparison.Ordinal));
        Assert.StartsWith("SYNTHETIC DATA", picture.Description, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void Write_AnyFigure_HasFiniteCoordinatesAndNoFontToLookFor(string figure)
    {
        byte[] bytes = DrawnPicture.Write(RequestFor(figure), PictureFormat.Svg);
        string text = Encoding.UTF8.GetString(bytes);

        Assert.DoesNotContain("NaN", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Infinity", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("∞", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<text", text, StringComparison.Ordinal);
        Assert.DoesNotContain("font-family", text, StringComparison.Ordinal);
        Assert.All(DrawnPicture.Of(RequestFor(figure)).Coordinates, number => Assert.InRange(number, -1e5, 1e5));
    }

    [Theory]
    [MemberData(nameof(SlowFigures))]
    public void Write_SlowFigure_SaysWhereItsValuesComeFromWithFiniteCoordinates(string figure)
    {
        DrawnPicture picture = DrawnPicture.Of(RequestFor(figure));
        Assert.Contains(picture.Texts, text => text.StartsWith("SYNTHETIC DATA", StringComparison.Ordinal));
        Assert.DoesNotContain(picture.Texts, text => text.Contains("NaN", StringComparison.Ordinal));
        Assert.All(picture.Coordinates, number => Assert.InRange(number, -1e5, 1e5));
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void Write_Twice_SameBytes(string figure)
    {
        foreach (PictureFormat format in Enum.GetValues<PictureFormat>())
        {
            Assert.Equal(DrawnPicture.Write(RequestFor(figure), format), DrawnPicture.Write(RequestFor(figure), format));
        }
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void Write_Png_HasTheAskedSizeAndDensity(string figure)
    {
        FigureRequest request = RequestFor(figure) with { Width = 7.5, Height = 8, Dpi = 100 };
        byte[] png = DrawnPicture.Write(request, PictureFormat.Png);

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.Equal((750, 800), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        int density = png.AsSpan().IndexOf("pHYs"u8);
        Assert.Equal(3937, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(density + 4)));
        Assert.True(png.AsSpan().IndexOf("SYNTHETIC DATA"u8) > 0);
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void Write_Pdf_HasTheAskedSizeAndItsFonts(string figure)
    {
        string pdf = Encoding.Latin1.GetString(DrawnPicture.Write(RequestFor(figure) with { Width = 7.5, Height = 8 }, PictureFormat.Pdf));

        Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
        Assert.Contains("/MediaBox [0 0 540 576]", pdf, StringComparison.Ordinal);
        Assert.Contains("SourceSans3", pdf, StringComparison.Ordinal);
        Assert.Contains("/FontFile2", pdf, StringComparison.Ordinal);
        Assert.DoesNotContain("/CreationDate", pdf, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void Create_AFewCellsAndOneNumberOfEpochs_APictureOrOneLine(string name)
    {
        FigureDescription figure = FigureCatalog.Find(name)!;
        SearchBudget budget = SearchBudget.Evaluations(20);
        string[] searches = [.. Enumerable.Range(1, (int)figure.Needs).Select(seed => data.Search(data.Tiny, budget, (ulong)seed, 1, "random", "re"))];
        FigureRequest request = FigureData.Request(data.Tiny, name, searches);
        try
        {
            DrawnPicture picture = DrawnPicture.Of(request);
            Assert.DoesNotContain(picture.Texts, text => text.Contains("NaN", StringComparison.OrdinalIgnoreCase));
            Assert.All(picture.Coordinates, number => Assert.InRange(number, -1e5, 1e5));
        }
        catch (FigureException refusal)
        {
            Assert.DoesNotContain('\n', refusal.Message);
        }
    }

    [Theory]
    [InlineData(Provenance.Mixed, "MIXED DATA")]
    [InlineData(Provenance.Unknown, "DATA OF UNKNOWN ORIGIN")]
    public void Write_OtherOrigins_SaySo(Provenance provenance, string word)
    {
        DrawnPicture picture = DrawnPicture.Of(RequestFor("cost") with { Provenance = provenance });
        Assert.Contains(picture.Texts, text => text.StartsWith(word, StringComparison.Ordinal));
    }

    [Fact]
    public void Write_MeasuredData_SaysNothing()
    {
        DrawnPicture picture = DrawnPicture.Of(RequestFor("cost") with { Provenance = Provenance.Measured });
        Assert.DoesNotContain(picture.Texts, text => text.Contains("DATA", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_ColumnWidth_NotesAreBrokenAndStayInside()
    {
        DrawnPicture wide = DrawnPicture.Of(RequestFor("cost"));
        DrawnPicture narrow = DrawnPicture.Of(RequestFor("cost") with { Width = 3.3, Height = 3 });

        Assert.True(narrow.Texts.Length > wide.Texts.Length);
        TextStyle small = new(PlotStyle.NoteSize, Palette.Ink);
        Assert.All(narrow.Texts, text => Assert.True(small.Measure(text) <= 3.3 * 72, text));
    }

    [Theory]
    [InlineData(0.5, 300)]
    [InlineData(41, 300)]
    [InlineData(double.NaN, 300)]
    [InlineData(3, 10)]
    public void Create_SizeOutsideRange_Refused(double width, double dpi)
        => Assert.Throws<FigureException>(() => Picture.Create(RequestFor("cost") with { Width = width, Dpi = dpi }));

    [Fact]
    public void Create_UnknownFigure_NamesThoseThereAre()
    {
        FigureException refusal = Assert.Throws<FigureException>(() => Picture.Create(data.Request("pie")));
        Assert.All(FigureCatalog.All, figure => Assert.Contains(figure.Name, refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Create_OtherData_Refused()
    {
        string search = data.Search(data.Tiny, SearchBudget.Evaluations(20), 1, 1, "random", "re");
        Assert.Contains("other data", Assert.Throws<FigureException>(() => Picture.Create(data.Request("regret", search))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_NoSearchInFolder_Refused()
    {
        using TemporaryFolder folder = new();
        Assert.Throws<SearchException>(() => Picture.Create(data.Request("regret", folder.FullPath)));
    }

    [Fact]
    public void Find_NumberOfThePaper_TheFigure()
    {
        Assert.Equal("regret", FigureCatalog.Find("figure7")?.Name);
        Assert.Equal(FigureCatalog.All.Count, FigureCatalog.All.Select(figure => figure.Name).Distinct().Count());
    }

    private FigureRequest RequestFor(string name) => data.Request(name, data.SearchesFor(FigureCatalog.Find(name)!));
}
