using NasBench.TestUtilities;

namespace NasBench.Search.Tests;

/// <summary>Random search on every encoding against a slow twin, on matrices and names.</summary>
public sealed class RandomSearchTwinTests
{
    private static readonly string[] s_codes = ["conv3x3-bn-relu", "conv1x1-bn-relu", "maxpool3x3"];
    private static readonly string[] s_choices = ["conv1x1-bn-relu", "conv3x3-bn-relu", "maxpool3x3"];

    public static TheoryData<string> Names => [.. SearchEncoding.All.Select(encoding => encoding.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void TryAsk_Encoding_CellsOfTheTwin(string name)
    {
        var strategy = new RandomSearch(StrategyLoop.Context("random", SearchEncoding.Find(name)!, 21));
        var random = new SplitMixRandom(21);
        for (int step = 0; step < 2_000; step++)
        {
            Assert.True(strategy.TryAsk(out Proposal proposal));
            strategy.Tell(proposal, StrategyLoop.Evaluate(proposal, step));
            if (name == "class")
            {
                Assert.Equal(random.Next(423_624), proposal.Index);
                continue;
            }

            ReferenceCell expected = Draw(name, random);
            bool isValid = name == "a-raw9" ? ReferenceSpace.Nas101.IsValidBeforePruning(expected) : ReferenceSpace.Nas101.IsValid(expected);
            Assert.Equal(EngineCells.Create(expected), proposal.Cell);
            Assert.Equal(isValid, proposal.IsValid);
            Assert.True(!isValid || Nas101.HashAt(proposal.Index).ToString() == ReferenceSpace.Nas101.Hash(expected));
        }
    }

    /// <summary>A cell comes once: by class, or by its paths as in naszilla, whose profile skips so.</summary>
    [Theory]
    [InlineData("class")]
    [InlineData("path")]
    public void TryAsk_Skips_NothingTwiceAndElseTheSameDraws(string skips)
    {
        Assert.Equal("path", ProfileTable.Find("random", SearchProfile.Naszilla)!.Word("skips"));
        var all = new RandomSearch(StrategyLoop.Context("random", SearchEncoding.Raw, 22));
        var once = new RandomSearch(StrategyLoop.Context("random", SearchEncoding.Raw, 22, settings: [("skips", skips)]));
        CellIdentity identity = skips == "path" ? CellIdentity.Paths : CellIdentity.Class;
        int[] expected =
        [
            .. StrategyLoop.Run(all, 3_000).DistinctBy(step => identity.Of(step.Proposal.Index)).Select(step => step.Proposal.Index),
        ];

        Assert.InRange(expected.Length, 100, 2_500);
        Assert.Equal(expected, StrategyLoop.Run(once, expected.Length).Select(step => step.Proposal.Index));
    }

    private static ReferenceCell Draw(string name, SplitMixRandom random)
    {
        ReferenceCell cell;
        do
        {
            cell = name switch
            {
                "b" => DrawB(random),
                "c" => DrawC(random),
                _ => DrawA(random),
            };
        }
        while (name == "raw" && !ReferenceSpace.Nas101.IsValid(cell));

        return cell;
    }

    /// <summary>21 bits, the edges column after column; then one of 243 numbers, whose digits to the base of 3 are the operations.</summary>
    private static ReferenceCell DrawA(SplitMixRandom random)
    {
        int[,] matrix = FromColumns(random.NextBits() & ((1 << 21) - 1));
        int number = random.Next(243);
        return Label(matrix, Enumerable.Range(0, 5).Select(vertex => s_codes[number / (int)Math.Pow(3, vertex) % 3]));
    }

    /// <summary>Edge v is the one that stands v places before the last, column after column.</summary>
    private static ReferenceCell DrawB(SplitMixRandom random)
    {
        ulong edges = 0;
        for (int choice = 0; choice < 9; choice++)
        {
            edges |= 1ul << (20 - random.Next(21));
        }

        return Label(FromColumns(edges), Enumerable.Range(0, 5).Select(_ => s_choices[random.Next(3)]));
    }

    private static ReferenceCell DrawC(SplitMixRandom random)
    {
        int count = random.Next(10);
        double[] weights = [.. Enumerable.Range(0, 21).Select(_ => random.NextDouble())];
        int[] chosen = [.. Enumerable.Range(0, 21).OrderByDescending(edge => weights[edge]).Take(count)];
        int[,] matrix = new int[7, 7];
        int number = 0;
        for (int from = 0; from < 7; from++)
        {
            for (int to = from + 1; to < 7; to++)
            {
                matrix[from, to] = chosen.Contains(number++) ? 1 : 0;
            }
        }

        return Label(matrix, Enumerable.Range(0, 5).Select(_ => s_choices[random.Next(3)]));
    }

    private static int[,] FromColumns(ulong edges)
    {
        int[,] matrix = new int[7, 7];
        int bit = 0;
        for (int to = 1; to < 7; to++)
        {
            for (int from = 0; from < to; from++)
            {
                matrix[from, to] = (int)(edges >> bit++) & 1;
            }
        }

        return matrix;
    }

    private static ReferenceCell Label(int[,] matrix, IEnumerable<string> interior) => new(matrix, ["input", .. interior, "output"]);
}
