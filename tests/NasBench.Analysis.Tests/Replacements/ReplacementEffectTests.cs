using CsCheck;
using NasBench.Analysis.Tests.Tables;
using NasBench.Data;
using NasBench.TestUtilities;

namespace NasBench.Analysis.Tests.Replacements;

[Trait("Category", "Once")]
public sealed class ReplacementEffectTests
{
    private const int SmallCells = 2_532;
    private static readonly ReferenceSpace s_space = ReferenceSpace.Nas101 with { MaxVertices = 5 };

    [Fact]
    public void Of_AllCellsOfFiveVertices_EqualsTheDefinition() => AssertEqualsTheDefinition(Table(new Random(1), 1));

    [Fact]
    public void Of_SomeCellsAndValues_EqualsTheDefinition() => Gen.Int.Sample(seed => AssertEqualsTheDefinition(Table(new Random(seed), 0.6)), iter: 5);

    [Fact]
    public void Of_OneCell_HasNoSlots()
    {
        using Dataset data = TableStore.Open(new Dictionary<(int, int), Metrics[]> { [(1, 108)] = [new Metrics(1, 1, 0.5, 0.5)] });
        var landscape = Landscape.Read(data);
        Assert.All(
            ReplacementEffect.Of(landscape, landscape.Longest),
            effect => Assert.Equal(new ReplacementMeans(0, double.NaN, 0, double.NaN, double.NaN), effect.BySlot));
    }

    /// <summary>Every labelled pruned graph, every interior vertex of it, every other operation there: looked up one by one.</summary>
    private static void AssertEqualsTheDefinition(Dictionary<(int Index, int Epochs), Metrics[]> table)
    {
        using Dataset data = TableStore.Open(table);
        var landscape = Landscape.Read(data);
        List<Slot> slots = [];
        HashSet<int> seen = [];
        foreach (ReferenceRow row in ReferenceEnumeration.EnumerateLabelled(s_space))
        {
            int before = Index(row);

            // The first of a class in this order is its representative.
            bool isFirst = seen.Add(before);
            for (int vertex = 0; vertex < row.Labels.Length; vertex++)
            {
                for (byte operation = 0; operation < 3; operation++)
                {
                    if (operation != row.Labels[vertex])
                    {
                        byte[] labels = [.. row.Labels];
                        labels[vertex] = operation;
                        Metrics from = Mean(data, before);
                        Metrics to = Mean(data, Index(row with { Labels = labels }));
                        slots.Add(new Slot(row.Labels[vertex], operation, isFirst, from, to));
                    }
                }
            }
        }

        Assert.Equal(SmallCells, seen.Count);
        IReadOnlyList<ReplacementEffect> effects = ReplacementEffect.Of(landscape, landscape.Longest);
        Assert.Equal(6, effects.Select(effect => (effect.From, effect.To)).Distinct().Count());
        foreach (ReplacementEffect effect in effects)
        {
            Slot[] own =
            [
                .. slots.Where(slot => s_space.Operations[slot.From] == effect.From && s_space.Operations[slot.To] == effect.To),
            ];
            AssertMeans(own, effect.BySlot);
            AssertMeans([.. own.Where(slot => slot.IsRepresentative)], effect.ByClass);
        }
    }

    private static void AssertMeans(Slot[] slots, ReplacementMeans means)
    {
        double[] deltas = [.. slots.Select(slot => slot.After.ValidationAccuracy - slot.Before.ValidationAccuracy).Where(delta => !double.IsNaN(delta))];
        Slot[] timed = [.. slots.Where(slot => !double.IsNaN(slot.Before.TrainingTime + slot.After.TrainingTime))];
        Assert.Equal((deltas.Length, timed.Length), (means.Slots, means.TimeSlots));
        Assert.Equal(deltas.Average(), means.ValidationDelta, 1e-12);
        Assert.Equal(timed.Average(slot => slot.After.TrainingTime / slot.Before.TrainingTime), means.TimeRatio, 1e-12);
        Assert.Equal(timed.Average(slot => slot.After.TrainingTime) / timed.Average(slot => slot.Before.TrainingTime), means.RatioOfMeanTimes, 1e-12);
    }

    private static int Index(ReferenceRow row) => Space<Nas101>.Locate(EngineCells.Create<Nas101>(row));

    private static Metrics Mean(Dataset data, int index)
    {
        data.TryGetMean(index, 108, out Run mean);
        return mean.Final;
    }

    /// <summary>Random values for cells of up to five vertices; a part of the cells and of the values is missing.</summary>
    private static Dictionary<(int Index, int Epochs), Metrics[]> Table(Random random, double share)
    {
        Dictionary<(int Index, int Epochs), Metrics[]> table = [];
        for (int index = 0; index < SmallCells; index++)
        {
            if (random.NextDouble() < share)
            {
                table.Add((index, 108), [new Metrics(Value(100, 1000), 1, Value(0, 1), 0.5), new Metrics(Value(100, 1000), 1, Value(0, 1), 0.5)]);
            }
        }

        return table;

        double Value(double least, double most) => share < 1 && random.NextDouble() < 0.1 ? double.NaN : least + (random.NextDouble() * (most - least));
    }

    private sealed record Slot(int From, int To, bool IsRepresentative, Metrics Before, Metrics After);
}
