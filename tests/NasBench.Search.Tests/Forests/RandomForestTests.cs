using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Search.Tests;

public sealed class RandomForestTests
{
    private static readonly ForestSettings s_paper = new(5, 5.0 / 6, 3, 3, 20);

    private static readonly int[] s_encodingA = [.. Enumerable.Repeat(1, 21), .. Enumerable.Repeat(3, 5)];

    [Fact]
    public void Fit_AnyFeaturesAndSamples_TreesOfTheNaiveTwin()
    {
        int[][] kindsOfFeatures = [[1], [2, 1, 3], s_encodingA, [.. Enumerable.Repeat(21, 9), .. Enumerable.Repeat(3, 5)], [.. Enumerable.Repeat(1, 90)]];
        Gen<int[]> genFeatures = Gen.Int[0, kindsOfFeatures.Length - 1].Select(kind => kindsOfFeatures[kind]);
        Gen<ForestSettings> genSettings = Gen.Select(
            Gen.Int[1, 4], Gen.Double[0.05, 1], Gen.Int[1, 8], Gen.Int[1, 5], Gen.Int[0, 20],
            (trees, share, minSplit, minLeaf, maxDepth) => new ForestSettings(trees, share, minSplit, minLeaf, maxDepth));
        Gen.Select(genFeatures, genSettings, Gen.Int[1, 150], Gen.Int[1, 40], Gen.ULong).Sample(
            (features, settings, count, kinds, seed) =>
            {
                var random = new SplitMixRandom(seed);
                (List<bool[]> rows, List<double> targets) = DrawSamples(features.Sum(), count, kinds, random);
                AssertSameTrees(features, settings, rows, targets, seed + 1);
            },
            iter: 200);
    }

    [Fact]
    public void Fit_ManySamples_TreesOfTheNaiveTwin()
    {
        var random = new SplitMixRandom(3);
        (List<bool[]> rows, List<double> targets) = DrawSamples(36, 3000, 9984, random);
        AssertSameTrees(s_encodingA, s_paper with { Trees = 2 }, rows, targets, 4);
    }

    [Fact]
    public void Score_ManySamples_WhatEachRowPredicts()
    {
        var columns = new SplitColumns(s_encodingA);
        var forest = new RandomForest(columns, s_paper);
        var random = new SplitMixRandom(5);
        (List<bool[]> rows, List<double> targets) = DrawSamples(36, 500, 9984, random);
        Add(forest, columns, rows, targets);
        forest.Fit(random);
        foreach (int count in new[] { 1, 64, 100, 255, 256, 8192, 20_000 })
        {
            (List<bool[]> asked, _) = DrawSamples(36, count, 1, random);
            ulong[] packed = [.. asked.SelectMany(row => Pack(columns, row))];
            var turned = new BitColumns(columns.Count);
            turned.Set(packed, columns.WordCount, count);
            var values = new double[s_paper.Trees * count];
            forest.Score(turned, 0, values, count);
            for (int i = 0; i < count; i++)
            {
                for (int tree = 0; tree < s_paper.Trees; tree++)
                {
                    Assert.Equal(forest.Trees[tree].Predict(packed.AsSpan(i, 1), out _), values[(tree * count) + i]);
                }
            }
        }
    }

    [Fact]
    public void Predict_Features_AreThoseOnTheWay()
    {
        var columns = new SplitColumns(s_encodingA);
        var forest = new RandomForest(columns, s_paper);
        var random = new SplitMixRandom(6);
        (List<bool[]> rows, List<double> targets) = DrawSamples(36, 300, 9984, random);
        Add(forest, columns, rows, targets);
        forest.Fit(random);
        foreach (bool[] row in rows)
        {
            ulong[] packed = Pack(columns, row);
            foreach (RegressionTree tree in forest.Trees)
            {
                double value = tree.Predict(packed, out ulong features);
                for (int feature = 0; feature < s_encodingA.Length; feature++)
                {
                    // Another value of a feature that was not asked changes nothing.
                    ulong[] changed = [packed[0] ^ (1UL << columns.Start(feature))];
                    Assert.True(((features >> feature) & 1) != 0 || tree.Predict(changed, out _) == value);
                }
            }
        }
    }

    [Fact]
    public void Add_OneByOne_ColumnsOfSet()
    {
        int[] features = [.. Enumerable.Repeat(21, 9), .. Enumerable.Repeat(3, 5)];
        var columns = new SplitColumns(features);
        (List<bool[]> rows, _) = DrawSamples(columns.Count, 333, 1, new SplitMixRandom(7));
        var one = new BitColumns(columns.Count);
        var all = new BitColumns(columns.Count);
        foreach (bool[] row in rows)
        {
            one.Add(Pack(columns, row));
        }

        all.Set([.. rows.SelectMany(row => Pack(columns, row))], columns.WordCount, rows.Count);
        Assert.Equal(rows.Count, one.Count);
        for (int column = 0; column < columns.Count; column++)
        {
            Assert.Equal(all.Column(column), one.Column(column));
            for (int i = 0; i < rows.Count; i++)
            {
                Assert.Equal(rows[i][column], ((one.Column(column)[i / 64] >> (i % 64)) & 1) != 0);
            }
        }
    }

    [Fact]
    public void Fit_TargetOfOneColumn_IsLearned()
    {
        var columns = new SplitColumns(s_encodingA);
        var forest = new RandomForest(columns, s_paper with { FeatureShare = 1 });
        var random = new SplitMixRandom(8);
        (List<bool[]> rows, _) = DrawSamples(36, 200, 1, random);
        Add(forest, columns, rows, [.. rows.Select(row => row[7] ? 0.75 : 0.25)]);
        forest.Fit(random);
        foreach (bool[] row in rows)
        {
            foreach (RegressionTree tree in forest.Trees)
            {
                Assert.Equal(3, tree.Count);
                Assert.Equal(row[7] ? 0.75 : 0.25, tree.Predict(Pack(columns, row), out _));
            }
        }
    }

    [Fact]
    public void Fit_Warm_AllocatesNothing()
    {
        var columns = new SplitColumns(s_encodingA);
        var forest = new RandomForest(columns, s_paper);
        var random = new SplitMixRandom(9);
        (List<bool[]> rows, List<double> targets) = DrawSamples(36, 500, 9984, random);
        Add(forest, columns, rows, targets);
        var values = new double[5 * 500];
        AllocationAssert.AllocatesNothing(() =>
        {
            for (int i = 0; i < 20; i++)
            {
                forest.Fit(random);
                forest.Score(forest.Samples, 0, values, 500);
            }
        });
    }

    internal static ulong[] Pack(SplitColumns columns, bool[] row)
    {
        var packed = new ulong[columns.WordCount];
        for (int column = 0; column < row.Length; column++)
        {
            if (row[column])
            {
                SplitColumns.Set(packed, column);
            }
        }

        return packed;
    }

    private static (List<bool[]> Rows, List<double> Targets) DrawSamples(int columns, int count, int kinds, Random random)
    {
        var rows = new List<bool[]>();
        var targets = new List<double>();
        for (int i = 0; i < count; i++)
        {
            rows.Add([.. Enumerable.Range(0, columns).Select(_ => random.Next(2) == 0)]);
            targets.Add(((double)random.Next(kinds) / kinds * 0.5) + (rows[^1][0] ? 0.25 : 0));
        }

        return (rows, targets);
    }

    private static void Add(RandomForest forest, SplitColumns columns, List<bool[]> rows, IReadOnlyList<double> targets)
    {
        forest.Clear(0, 1);
        for (int i = 0; i < rows.Count; i++)
        {
            forest.Add(Pack(columns, rows[i]), targets[i]);
        }
    }

    private static void AssertSameTrees(int[] features, ForestSettings settings, List<bool[]> rows, List<double> targets, ulong seed)
    {
        var columns = new SplitColumns(features);
        var forest = new RandomForest(columns, settings);
        Add(forest, columns, rows, targets);
        forest.Fit(new SplitMixRandom(seed));
        var twin = new NaiveForest(features, settings);
        twin.Fit(rows, targets, 0, 1, new SplitMixRandom(seed));
        for (int tree = 0; tree < settings.Trees; tree++)
        {
            TreeNode[] nodes = forest.Trees[tree].Nodes.ToArray();
            Assert.Equal(twin.Trees[tree].Walk(), nodes.Select(node => ((int)node.Column, node.Value)));
        }

        var random = new SplitMixRandom(seed);
        for (int i = 0; i < 20; i++)
        {
            bool[] row = [.. Enumerable.Range(0, features.Sum()).Select(_ => random.Next(2) == 0)];
            ulong[] packed = Pack(columns, row);
            double[] values = [.. Enumerable.Range(0, settings.Trees).Select(tree => forest.Trees[tree].Predict(packed, out _))];
            Assert.Equal(twin.Predict(row), values);
            double mean = TreeMoments.Of(values, 1, settings.Trees, out double variance);
            Assert.Equal(twin.Moments(row), (mean, variance));
        }
    }
}
