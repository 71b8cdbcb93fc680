using CsCheck;
using NasBench.Analysis.Tests.Tables;
using NasBench.Data;

namespace NasBench.Analysis.Tests.Best;

[Trait("Category", "Once")]
public sealed class BestRankingTests
{
    private const int Iterations = 50;

    private static readonly string[] s_names = ["conv3x3-bn-relu", "conv1x1-bn-relu", "maxpool3x3"];

    private static readonly Gen<BestKind> s_kinds = Gen.Enum<BestKind>();

    private static readonly Gen<CellFilter> s_filters =
        from vertices in Gen.Frequency((3, Gen.Const(0)), (1, Gen.Int[3, 5]))
        from edges in Gen.Frequency((3, Gen.Const(0)), (1, Gen.Int[3, 7]))
        from parameters in Gen.Frequency((3, Gen.Const(0)), (1, Gen.Int[1_000_000, 8_000_000]))
        from without in Gen.Frequency((3, Gen.Const(0u)), (1, Gen.UInt[1, 3]))
        from with in Gen.Frequency((3, Gen.Const(0u)), (1, Gen.UInt[1, 4]))
        from seconds in Gen.Frequency((3, Gen.Const(double.NaN)), (1, Gen.Double[500, 4000]))
        select new CellFilter
        {
            MaxSeconds = double.IsNaN(seconds) ? null : seconds,
            Constraints = new CellConstraints
            {
                MinVertices = vertices,
                MaxVertices = vertices,
                MinEdges = edges,
                MaxEdges = edges,
                MaxParameters = parameters,
                ForbiddenOperations = without,
                RequiredOperations = with,
            },
        };

    [Fact]
    public void Top_AnyTableAndFilter_EqualsASortOfAllCells() => Gen.Select(TableGens.Tables, s_kinds, s_filters, Gen.Int[0, 70]).Sample(
        (table, kind, filter, count) =>
        {
            using Dataset data = TableStore.Open(table);
            var landscape = Landscape.Read(data);
            foreach (EpochsColumns columns in landscape.Columns)
            {
                BestCell[] expected =
                [
                    .. Cells(data, columns.Epochs, kind, filter).OrderByDescending(cell => cell.Value).ThenBy(cell => cell.Hash).Take(count)
                        .Select((cell, place) => cell with { Rank = place + 1 }),
                ];
                Assert.Equal(expected, BestRanking.Top(landscape, columns, kind, count, filter));
            }
        },
        iter: Iterations);

    [Fact]
    public void Front_AnyTableAndFilter_EqualsTheCellsThatNoOtherBeats() => Gen.Select(TableGens.Tables, s_kinds, Gen.Enum<CostKind>(), s_filters).Sample(
        (table, kind, cost, filter) =>
        {
            using Dataset data = TableStore.Open(table);
            var landscape = Landscape.Read(data);
            BestCell[] cells = [.. Cells(data, landscape.Longest.Epochs, kind, filter).Where(cell => !double.IsNaN(Cost(cell)))];
            BestCell[] expected =
            [
                .. cells.Where(cell => !cells.Any(other => Beats(other, cell))).OrderByDescending(cell => cell.Value)
                    .Select((cell, place) => cell with { Rank = place + 1 }),
            ];
            Assert.Equal(expected, BestRanking.Front(landscape, landscape.Longest, kind, cost, filter));

            double Cost(BestCell cell) => cost == CostKind.Parameters ? cell.TrainableParameters : cell.TrainingTime;

            bool Beats(BestCell other, BestCell cell) => other.Value >= cell.Value && Cost(other) <= Cost(cell)
                && (other.Value != cell.Value || Cost(other) != Cost(cell) || other.Hash.CompareTo(cell.Hash) < 0);
        },
        iter: Iterations);

    [Fact]
    public void Find_AnyTable_EqualsTheFirstOfASortAndItsTies() => Gen.Select(TableGens.Tables, s_kinds).Sample(
        (table, kind) =>
        {
            using Dataset data = TableStore.Open(table);
            var landscape = Landscape.Read(data);
            int epochs = landscape.Longest.Epochs;
            BestCell? best = Cells(data, epochs, kind, default).OrderByDescending(cell => cell.Value).ThenBy(cell => cell.Hash).FirstOrDefault();
            int ties = 0;
            foreach (BestCell cell in Cells(data, epochs, kind, default))
            {
                ties += kind is BestKind.TestMean or BestKind.ValidMean
                    ? (cell.Value == best!.Value ? 1 : 0)
                    : Repeats(data, cell.Index, epochs, kind).Count(value => value == best!.Value);
            }

            BestValue found = BestRanking.Find(landscape, landscape.Longest, kind);
            Assert.Equal(new BestValue(kind, best?.Value ?? double.NaN, best?.Index ?? -1, best?.Hash, ties), found);
        },
        iter: Iterations);

    [Fact]
    public void Top_BadArguments_AreRefused()
    {
        using Dataset data = TableStore.Open(new Dictionary<(int, int), Metrics[]> { [(1, 108)] = [new Metrics(1, 0.5, 0.5, 0.5)] });
        var landscape = Landscape.Read(data);
        Assert.Throws<ArgumentOutOfRangeException>(() => BestRanking.Top(landscape, landscape.Longest, BestKind.TestMean, -1));
        using CancellationTokenSource cancellation = new();
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(
            () => BestRanking.Top(landscape, landscape.Longest, BestKind.TestMean, 1, cancellationToken: cancellation.Token));
        Assert.Throws<OperationCanceledException>(
            () => BestRanking.Front(landscape, landscape.Longest, BestKind.TestMean, CostKind.TrainingTime, cancellationToken: cancellation.Token));
    }

    [Fact]
    public void TryParse_EveryName_GivesTheKind()
    {
        foreach (BestKind kind in Enum.GetValues<BestKind>())
        {
            Assert.True(BestKinds.TryParse(kind.GetName(), out BestKind parsed));
            Assert.Equal(kind, parsed);
        }

        Assert.False(BestKinds.TryParse("mean", out _));
    }

    /// <summary>All cells that are asked for, in the order of their indices, without ranks.</summary>
    private static IEnumerable<BestCell> Cells(Dataset data, int epochs, BestKind kind, CellFilter filter)
    {
        foreach (int index in data.Indices.ToArray())
        {
            data.TryGetMean(index, epochs, out Run mean);
            double[] repeats = [.. Repeats(data, index, epochs, kind).Where(value => !double.IsNaN(value))];
            double value = kind switch
            {
                BestKind.TestMean => mean.Final.TestAccuracy,
                BestKind.ValidMean => mean.Final.ValidationAccuracy,
                _ => repeats.Length == 0 ? double.NaN : repeats.Max(),
            };
            int parameters = (int)CellCosts.TrainableParametersAt(index);
            CellConstraints limits = filter.Constraints;
            Cell cell = Nas101.CellAt(index);
            uint operations = cell.GetOperations().Skip(1).SkipLast(1).Aggregate(0u, (set, name) => set | (1u << Array.IndexOf(s_names, name)));
            if (!double.IsNaN(value)
                && (limits.MaxVertices == 0 || cell.Vertices == limits.MaxVertices)
                && (limits.MaxEdges == 0 || cell.EdgeCount == limits.MaxEdges)
                && (limits.MaxParameters == 0 || parameters <= limits.MaxParameters)
                && (operations & limits.ForbiddenOperations) == 0
                && (operations & limits.RequiredOperations) == limits.RequiredOperations
                && (filter.MaxSeconds is null || mean.Final.TrainingTime <= filter.MaxSeconds))
            {
                yield return new BestCell(0, index, data.GetHash(index), value, parameters, mean.Final.TrainingTime);
            }
        }
    }

    private static IEnumerable<double> Repeats(Dataset data, int index, int epochs, BestKind kind)
    {
        for (int repeat = 0; repeat < data.GetRepeatCount(index, epochs); repeat++)
        {
            data.TryGetRun(index, epochs, repeat, out Run run);
            yield return kind is BestKind.TestMean or BestKind.TestSingle ? run.Final.TestAccuracy : run.Final.ValidationAccuracy;
        }
    }
}
