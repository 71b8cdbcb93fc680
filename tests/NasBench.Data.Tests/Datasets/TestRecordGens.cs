using CsCheck;

namespace NasBench.Data.Tests.Datasets;

/// <summary>Records of all kinds that a TFRecord can hold: canonical ones, and those that a data set and a compact file have to keep whole.</summary>
internal static class TestRecordGens
{
    private static readonly int[] s_indices = [0, 1, 6, 90, 91, 2531, 64541, 64542, 200000, Space<Nas101>.Count - 1];

    private static readonly Gen<double> s_accuracy = Gen.Frequency(
        (20, Gen.Int[0, 9984].Select(k => (double)(k / 9984f))),
        (1, Gen.Double[0, 1]),
        (2, Gen.Const(double.NaN)),
        (1, Gen.OneOf(Gen.Const(-0.0), Gen.Const(1.0), Gen.Const(double.Epsilon))));

    private static readonly Gen<double> s_time = Gen.Frequency(
        (12, Gen.Float[0, 5000].Select(seconds => (double)seconds)),
        (1, Gen.Double[0, 5000]),
        (2, Gen.Const(double.NaN)),
        (1, Gen.OneOf(Gen.Const(-0.0), Gen.Const((double)float.MaxValue), Gen.Const(double.MaxValue))));

    /// <summary>Records of few cells, so that some have many repeats; graphs are the representatives or isomorphic to them.</summary>
    public static Gen<TestRecord[]> Records(bool canonical) => Record(canonical).Array[1, 60];

    private static Gen<TestRecord> Record(bool canonical)
    {
        Gen<double> epoch = canonical ? Gen.Const(double.NaN) : Gen.Frequency((3, Gen.Const(double.NaN)), (1, Gen.Double[0, 4]), (1, Gen.Const(-0.0)));
        Gen<string?> path = Gen.OneOf(Gen.Const((string?)null), Gen.Const((string?)""), Gen.String.AlphaNumeric.Select(text => (string?)$"/é/{text}"));
        Gen<CheckpointPaths?> paths = canonical
            ? Gen.Const((CheckpointPaths?)null)
            : Gen.Select(path, path, path, Gen.Bool).Select((initial, halfway, final, has) =>
                !has || (initial is null && halfway is null && final is null) ? null : new CheckpointPaths(initial, halfway, final));
        return from index in OneOf(s_indices)
               from epochs in OneOf(4, 5, 108)
               from initial in Evaluation(0)
               from halfway in Evaluation(epochs / 2.0)
               from final in Evaluation(epochs)
               from oddEpoch in epoch
               from total in s_time
               from hasParameters in Gen.Int[0, 5]
               from checkpoints in paths
               from padded in Gen.Int[0, canonical ? 0 : 3]
               select new TestRecord(
                   index,
                   epochs,
                   new RecordDetails(
                       new RecordedRun(
                           double.IsNaN(oddEpoch) ? initial : initial with { Epoch = oddEpoch },
                           double.IsNegative(oddEpoch) ? halfway with { Epoch = oddEpoch } : halfway,
                           final,
                           total),
                       padded == 3 ? Padded(Space<Nas101>.CellAt(index)) : Space<Nas101>.CellAt(index),
                       hasParameters > 0 ? (int)CellCosts.TrainableParametersAt(index) : null,
                       checkpoints));
    }

    /// <summary>An isomorphic cell that is not the representative: with a vertex of an unknown operation that pruning removes.</summary>
    private static Cell Padded(Cell cell)
    {
        if (cell.Vertices == Cell.MaxVertices)
        {
            return cell;
        }

        string text = cell.ToString();
        string matrix = text[..text.IndexOf(' ')];
        string names = text[(text.IndexOf(' ') + 1)..];
        int vertices = cell.Vertices;
        string[] rows = [.. Enumerable.Range(0, vertices).Select(row => matrix.Substring(row * vertices, vertices)).Select(row => row[..^1] + "0" + row[^1])];
        string padded = string.Concat([.. rows[..^1], new string('0', vertices + 1), rows[^1]]);
        int last = names.LastIndexOf(',');
        Assert.Equal(CellStatus.Ok, Cell.ParseRaw(padded, $"{names[..last]},no-such-operation{names[last..]}", out Cell result));
        return result;
    }

    private static Gen<int> OneOf(params int[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<Evaluation> Evaluation(double epoch) =>
        from time in s_time
        from train in s_accuracy
        from validation in s_accuracy
        from test in s_accuracy
        select new Evaluation(epoch, time, train, validation, test);
}
