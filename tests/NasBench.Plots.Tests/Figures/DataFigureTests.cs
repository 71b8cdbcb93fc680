using NasBench.Data;

namespace NasBench.Plots.Tests;

/// <summary>Figures of the data set show its values.</summary>
[Trait("Category", "Once")]
public sealed class DataFigureTests(FigureData data)
{
    [Fact]
    public void Cells_BestAndWorst_AreThoseOfTheData()
    {
        int[] ordered = [.. data.Small.Indices.ToArray().OrderByDescending(Accuracy).ThenBy(data.Small.GetHash)];
        DrawnPicture picture = DrawnPicture.Of(data.Request("cells") with { CellCount = 2 });

        Assert.Contains($"best 1: {data.Small.GetHash(ordered[0]).ToString()[..8]}", picture.Texts);
        Assert.Contains($"best 2: {data.Small.GetHash(ordered[1]).ToString()[..8]}", picture.Texts);
        Assert.Contains($"worst 1: {data.Small.GetHash(ordered[^1]).ToString()[..8]}", picture.Texts);
        Assert.Equal(4, picture.Texts.Count(text => text == "output"));
    }

    [Fact]
    public void Cells_OneThatTheDataLack_SaysSo()
    {
        int large = Enumerable.Range(0, Nas101.CellCount).First(index => !data.Small.Contains(index));
        DrawnPicture picture = DrawnPicture.Of(data.Request("cells") with { Cells = [data.Small.Indices[3], large] });
        Assert.Single(picture.Texts, text => text == "not in the data");
        Assert.Equal(2, picture.Texts.Count(text => text == "input"));
    }

    [Fact]
    public void Distributions_OneNumberOfEpochs_HasTwoPanels()
    {
        Assert.DoesNotContain("Test accuracy after n epochs", DrawnPicture.Of(FigureData.Request(data.Tiny, "distributions")).Texts);
        Assert.Contains("Test accuracy after n epochs", DrawnPicture.Of(data.Request("distributions")).Texts);
    }

    [Fact]
    public void Scatter_FewCells_ADotForEach()
    {
        DrawnPicture picture = DrawnPicture.Of(FigureData.Request(data.Tiny, "scatter"));
        Assert.Equal(data.Tiny.CellCount, picture.Root.Descendants().Count(element => element.Name.LocalName == "ellipse"));
    }

    [Fact]
    public void StepDistribution_ManyValues_EndsAtOneAndNeverFalls()
    {
        double[] values = [.. Enumerable.Range(0, 5000).Select(i => i * 0.5)];
        IReadOnlyList<OxyPlot.DataPoint> points = StepDistribution.Points(values);
        Assert.Equal((0, 1), (points[0].Y, points[^1].Y));
        Assert.Equal(values[^1], points[^1].X);
        Assert.All(points.Zip(points.Skip(1)), pair => Assert.True(pair.Second.Y >= pair.First.Y && pair.Second.X >= pair.First.X));
        Assert.Empty(StepDistribution.Points([]));
    }

    [Fact]
    public void PixelGrid_Points_AreInTheirSquares()
    {
        PixelGrid grid = new(4, 2);
        grid.Add(0.99, 0.01, 5);
        grid.Add(1, 0.5, 5);
        grid.Add(-0.001, 0.5, 5);
        byte[] png = grid.ToPng((_, value) => OxyPlot.OxyColor.FromRgb((byte)value, 2, 3), 1);
        using var bitmap = SkiaSharp.SKBitmap.Decode(png);
        Assert.Equal((4, 2), (bitmap.Width, bitmap.Height));
        Assert.Equal(new SkiaSharp.SKColor(5, 2, 3), bitmap.GetPixel(3, 0));
        Assert.Equal(1, Enumerable.Range(0, 8).Count(i => bitmap.GetPixel(i % 4, i / 4).Alpha > 0));
    }

    [Fact]
    public void EndLabels_Crowded_KeepTheirDistanceAndOrder()
    {
        double[] placed = EndLabels.Spread([10, 10.5, 11, 50, 99], 8, 0, 100);
        Assert.All(placed.Zip(placed.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 8 - 1e-9));
        Assert.InRange(placed[^1], 0, 100);
        Assert.Equal(50, placed[3]);
    }

    private double Accuracy(int index) => data.Small.TryGetMean(index, 108, out Run mean) == QueryStatus.Found ? mean.Final.TestAccuracy : double.NaN;
}
