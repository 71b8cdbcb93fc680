using CsCheck;
using NasBench.Data;

namespace NasBench.Analysis.Tests.Tables;

/// <summary>Generators of tables for a <see cref="TableStore"/>: few cells, many ties, missing values, missing repeats and missing numbers of epochs.</summary>
internal static class TableGens
{
    private static readonly int[] s_epochs = [4, 12, 36, 108];

    private static readonly Gen<double> s_accuracy = Gen.Frequency(
        (12, Gen.Int[8, 14].Select(tenth => tenth / 16.0)), (6, Gen.Int[0, 9984].Select(numerator => numerator / 9984.0)), (1, Gen.Const(double.NaN)));

    private static readonly Gen<double> s_time = Gen.Frequency((12, Gen.Double[100, 5000]), (1, Gen.Const(double.NaN)));

    private static readonly Gen<Metrics> s_metrics =
        Gen.Select(s_time, s_accuracy, s_accuracy, s_accuracy, (time, train, validation, test) => new Metrics(time, train, validation, test));

    /// <summary>Cells of up to five vertices, at the beginning of the space, and some anywhere; each at up to four numbers of epochs.</summary>
    public static Gen<Dictionary<(int Index, int Epochs), Metrics[]>> Tables { get; } =
        from indices in Gen.OneOf(Gen.Int[0, 2_600], Gen.Int[0, 2_600], Gen.Int[0, Nas101.CellCount - 1]).HashSet[1, 60]
        from epochs in Gen.Int[1, 4]
        from repeats in Gen.Frequency((1, Gen.Const(0)), (1, Gen.Int[1, 2]), (8, Gen.Const(3)), (1, Gen.Int[4, 5])).Array[indices.Count * epochs]
        from metrics in s_metrics.Array[Math.Max(repeats.Sum(), 1)]
        let table = Create([.. indices], s_epochs[^epochs..], repeats, metrics)
        where table.Count > 0
        select table;

    private static Dictionary<(int Index, int Epochs), Metrics[]> Create(int[] indices, int[] epochs, int[] repeats, Metrics[] metrics)
    {
        Dictionary<(int Index, int Epochs), Metrics[]> table = [];
        int next = 0;
        for (int i = 0; i < repeats.Length; i++)
        {
            if (repeats[i] > 0)
            {
                table.Add((indices[i / epochs.Length], epochs[i % epochs.Length]), metrics[next..(next + repeats[i])]);
                next += repeats[i];
            }
        }

        return table;
    }
}
