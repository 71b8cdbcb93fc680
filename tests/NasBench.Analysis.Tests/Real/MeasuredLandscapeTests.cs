using System.Globalization;
using System.IO.Compression;
using NasBench.Analysis.Tests.Tables;
using NasBench.Data;
using NasBench.TestUtilities;

namespace NasBench.Analysis.Tests.Real;

/// <summary>The facts of the measured table that the published runs of a part of its cells allow.</summary>
[Trait("Category", "Once")]
public sealed class MeasuredLandscapeTests
{
    private static readonly int[] s_epochs = [4, 12, 36, 108];

    [Fact]
    public void Numbers_PublishedRuns_AreThoseOfThePaper()
    {
        using Dataset data = TableStore.Open(ReadRuns(TestFiles.InShared("real", "runs.tsv.gz")));
        var landscape = Landscape.Read(data);
        EpochsColumns longest = landscape.Longest;

        BestValue best = BestRanking.Find(landscape, longest, BestKind.TestMean);
        Assert.Equal(("02e5a0247bbdcf2860b7e96f74961594", 1), (best.Hash.ToString(), best.Ties));
        Assert.Equal(0.943175752957662, best.Value, 1e-15);
        foreach ((int epochs, string hash, double value) in new[]
        {
            (36, "5ead2cb78674e2f6bdccb87133067e6a", 0.926315446694692),
            (12, "ac0d9ae5bf102768bb95acccf45cde99", 0.8677550752957662),
            (4, "88ad61b1c2713e61502b6badc4d3e08a", 0.7010884086290995),
        })
        {
            BestValue shorter = BestRanking.Find(landscape, landscape.At(epochs), BestKind.TestMean);
            Assert.Equal(hash, shorter.Hash.ToString());
            Assert.Equal(value, shorter.Value, 1e-15);
        }

        // What pandas and scipy compute from these runs.
        AssertBest(landscape, BestKind.TestSingle, 0.9455128312110901);
        AssertBest(landscape, BestKind.ValidMean, 0.9473824898401896);
        AssertBest(landscape, BestKind.ValidSingle, 0.9502203464508057);
        double[] deviations = [0.04985283366276586, 0.05871324390190493, 0.022404545847522748, 0.0120172362257714];
        Assert.All(RepeatNoise.Of(landscape).Zip(deviations), pair => Assert.Equal(pair.Second, pair.First.TestDeviation, 1e-12));
        IReadOnlyList<ColumnCorrelation> correlations = ColumnCorrelation.Of(landscape);
        AssertCorrelation(correlations, "validation@4", 100, 23_147, 0.3090549121930094, 0.5876968833624276, 0.408709656114983);
        AssertCorrelation(correlations, "validation@12", 100, 23_147, 0.44461708572064246, 0.7265898039308631, 0.5317709859983165);
        AssertCorrelation(correlations, "validation@36", 100, 23_147, 0.743964141826693, 0.9185582944301242, 0.753193345598489);
        AssertCorrelation(correlations, "validation@36", 10, 2_330, 0.4263723904213259, 0.422583616318491, 0.2886179977892661);
        AssertCorrelation(correlations, "validation@108", 100, 23_147, 0.9996500750194827, 0.9960711844754223, 0.9461788115045627);
        AssertCorrelation(correlations, "validation@108", 10, 2_318, 0.7986909677059933, 0.7856059963665636, 0.591165382561187);
        var diverged = DivergedTrainings.Of(landscape, longest);
        Assert.Equal((752, 490, "016a9434ce57c1d0eb6f987584bf62c5"), (diverged.Runs, diverged.Cells.Count, diverged.Cells[0].Hash.ToString()));

        // Accuracies alone are published of most cells: effects on accuracy have the signs of the paper, ratios of times there are none.
        IReadOnlyList<ReplacementEffect> effects = ReplacementEffect.Of(landscape, longest);
        Assert.All(effects, effect => Assert.Equal((0L, double.NaN), (effect.BySlot.TimeSlots, effect.BySlot.TimeRatio)));
        Assert.True(Delta("conv3x3-bn-relu", "conv1x1-bn-relu") < 0);
        Assert.True(Delta("conv3x3-bn-relu", "maxpool3x3") < Delta("conv3x3-bn-relu", "conv1x1-bn-relu"));
        Assert.True(Delta("conv1x1-bn-relu", "maxpool3x3") < 0);

        double Delta(string from, string to) => effects.Single(effect => effect.From == from && effect.To == to).BySlot.ValidationDelta;
    }

    private static void AssertBest(Landscape landscape, BestKind kind, double value)
    {
        BestValue best = BestRanking.Find(landscape, landscape.Longest, kind);
        Assert.Equal((value, 1), (best.Value, best.Ties));
    }

    private static void AssertCorrelation(
        IReadOnlyList<ColumnCorrelation> correlations, string x, int topPercent, int cells, double pearson, double spearman, double kendall)
    {
        CorrelationValues values = correlations.Single(one => one.X.ToString() == x && one.TopPercent == topPercent).Values;
        Assert.Equal(cells, values.Cells);
        Assert.Equal(pearson, values.Pearson, 1e-12);
        Assert.Equal(spearman, values.Spearman, 1e-12);
        Assert.Equal(kendall, values.Kendall, 1e-12);
    }

    private static Dictionary<(int Index, int Epochs), Metrics[]> ReadRuns(string path)
    {
        Dictionary<(int Index, int Epochs), Metrics[]> table = [];
        using StreamReader reader = new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            string[] fields = line.Split('\t');
            Assert.True(Space<Nas101>.TryFind(ModuleHash.Parse(fields[0], null), out int index));
            for (int i = 0; i < s_epochs.Length; i++)
            {
                table.Add((index, s_epochs[i]), [.. fields[i + 1].Split(',').Select(ReadRun)]);
            }
        }

        return table;
    }

    private static Metrics ReadRun(string text)
    {
        double[] accuracies = [.. text.Split('/').Select(numerator => (double)(int.Parse(numerator, CultureInfo.InvariantCulture) / 9984f))];
        return new Metrics(double.NaN, double.NaN, accuracies[0], accuracies[1]);
    }
}
