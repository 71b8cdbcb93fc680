namespace NasBench.Search.Tests;

public sealed class ConfigurationRowsTests
{
    public static TheoryData<string> Encodings => ["a", "b", "c"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Read_WrittenConfiguration_IsTheSame(string name)
    {
        SearchEncoding encoding = SearchEncoding.Find(name)!;
        var rows = new ConfigurationRows(encoding.Parameters);
        var random = new SplitMixRandom(1);
        var configuration = new double[encoding.Parameters.Length];
        var back = new double[configuration.Length];
        var row = new ulong[rows.Length];
        for (int i = 0; i < 500; i++)
        {
            encoding.Draw(random, configuration);
            rows.Write(configuration, row);
            rows.Read(row, back);
            Assert.Equal(configuration, back);
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Draw_ManyDraws_EachValueOfEachParameterEquallyOften(string name)
    {
        SearchEncoding encoding = SearchEncoding.Find(name)!;
        var rows = new ConfigurationRows(encoding.Parameters);
        var random = new SplitMixRandom(2);
        var configuration = new double[encoding.Parameters.Length];
        var row = new ulong[rows.Length];
        const int Draws = 20_000;
        int[][] counts = [.. encoding.Parameters.ToArray().Select(parameter => new int[parameter.Count == 0 ? 8 : parameter.Count])];
        for (int draw = 0; draw < Draws; draw++)
        {
            rows.Draw(random, row);
            rows.Read(row, configuration);
            for (int i = 0; i < configuration.Length; i++)
            {
                counts[i][(int)(encoding.Parameters[i].Kind == ParameterKind.Continuous ? configuration[i] * 8 : configuration[i])]++;
            }
        }

        foreach (int[] count in counts)
        {
            double expected = (double)Draws / count.Length;
            double statistic = count.Sum(seen => (seen - expected) * (seen - expected) / expected);

            // At most 20 degrees of freedom: less than 1 in 100,000 is above 60.
            Assert.InRange(statistic, 0, 60);
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    public void Move_EveryNeighbor_AllOtherValuesOfOneParameterOnce(string name)
    {
        SearchEncoding encoding = SearchEncoding.Find(name)!;
        var rows = new ConfigurationRows(encoding.Parameters);
        var random = new SplitMixRandom(3);
        var row = new ulong[rows.Length];
        rows.Draw(random, row);
        var here = new double[encoding.Parameters.Length];
        rows.Read(row, here);
        var seen = new HashSet<(int Parameter, double Value)>();
        var there = new double[here.Length];
        for (int neighbor = 0; neighbor < rows.NeighborCount; neighbor++)
        {
            ulong[] moved = [.. row];
            rows.Move(neighbor, random, moved);
            rows.Read(moved, there);
            int changed = Assert.Single(Enumerable.Range(0, here.Length), i => here[i] != there[i]);
            Assert.Equal(rows.ParameterOf(neighbor), changed);
            Assert.True(seen.Add((changed, there[changed])));
        }

        Assert.Equal(encoding.Parameters.ToArray().Sum(parameter => parameter.Count - 1), seen.Count);
    }

    [Fact]
    public void Move_Numbers_WithinTheirRanges()
    {
        SearchEncoding encoding = SearchEncoding.C;
        var rows = new ConfigurationRows(encoding.Parameters);
        var random = new SplitMixRandom(4);
        var row = new ulong[rows.Length];
        var there = new double[encoding.Parameters.Length];
        rows.Draw(random, row);
        for (int i = 0; i < 2000; i++)
        {
            rows.Move(random.Next(rows.NeighborCount), random, row);
            rows.Read(row, there);
            Assert.InRange(there[0], 0, 9);
            Assert.All(there.Skip(1).Take(21), weight => Assert.InRange(weight, 0, 1));
        }
    }
}
