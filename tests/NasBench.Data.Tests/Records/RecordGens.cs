using CsCheck;

namespace NasBench.Data.Tests.Records;

/// <summary>CsCheck generators of records.</summary>
internal static class RecordGens
{
    private static readonly int[] s_epochs = [4, 12, 36, 108, 1, 9, 10, 99, 100, 999];

    /// <summary>The data of records as the original wrote them: every value present, no checkpoint paths.</summary>
    internal static Gen<byte[]> Canonical { get; } =
        from index in Gen.Frequency((1, Gen.Int[0, 100]), (4, Gen.Int[0, Space<Nas101>.Count - 1]))
        from epochs in Gen.Int[0, s_epochs.Length - 1].Select(i => s_epochs[i])
        from parameters in Gen.OneOf(Gen.Int[16_384, 2_097_151], Gen.Int[2_097_152, 268_435_455])
        from values in Gen.Double.Array[16]
        select Encode(index, epochs, parameters, values);

    /// <summary>The data of records in which anything may be absent, and with checkpoint paths.</summary>
    internal static Gen<byte[]> Any { get; } =
        from index in Gen.Int[0, Space<Nas101>.Count - 1]
        from epochs in Gen.Int[1, int.MaxValue]
        from parameters in Gen.Int.Nullable()
        from values in Gen.Frequency((3, Gen.Double), (1, Gen.Const(double.NaN))).Array[16]
        from paths in Gen.Byte.Array[0, 200].Null().Array[3]
        select Encode(index, epochs, parameters, values, paths);

    private static byte[] Encode(int index, int epochs, int? parameters, double[] v, params byte[]?[] paths)
    {
        NasRecord record = new()
        {
            Hash = Space<Nas101>.HashAt(index),
            Cell = Space<Nas101>.CellAt(index),
            Epochs = epochs,
            TrainableParameters = parameters,
            Initial = new Evaluation(v[0], v[1], v[2], v[3], v[4]),
            Halfway = new Evaluation(v[5], v[6], v[7], v[8], v[9]),
            Final = new Evaluation(v[10], v[11], v[12], v[13], v[14]),
            TotalTime = v[15],
        };
        for (int i = 0; i < paths.Length; i++)
        {
            if (paths[i] is byte[] path)
            {
                record.SetCheckpointPath(i, path);
            }
        }

        return new RecordEncoder().Encode(record).ToArray();
    }
}
