using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Encodings;

/// <summary>What an encoding with a way back promises as well.</summary>
public abstract class InvertibleEncodingContract<TEncoding> : EncodingContract<TEncoding>
    where TEncoding : IInvertibleEncoding
{
    private const int Iterations = 1_000;

    private static readonly double[] s_oddValues = [-1, 0.25, 1.5, 2, 3, 9, 10, 21, 22, 1e300, double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    [Fact]
    public void TryDecode_Encoded_SameCellPadded() => CellGens.Raw(ReferenceSpace.Nas101, 2, 7).Sample(raw =>
    {
        double[] values = new double[TEncoding.ValueCount];
        if (TEncoding.TryEncode<double>(EngineCells.Create(raw), values))
        {
            Assert.True(TEncoding.TryDecode<double>(values, out Cell decoded));
            Assert.Equal(EngineCells.Create(ReferenceNeighbors.Pad(ReferenceSpace.Nas101, raw, 7)), decoded);
        }
    }, iter: Iterations);

    [Fact]
    public void TryDecode_OneValueChanged_RefusesOrGivesACell() =>
        Gen.Select(CellGens.Valid(ReferenceSpace.Nas101), Gen.Int[0, TEncoding.ValueCount - 1], Gen.Int[0, s_oddValues.Length - 1])
            .Sample((raw, place, choice) =>
        {
            double[] values = new double[TEncoding.ValueCount];
            TEncoding.TryEncode<double>(EngineCells.Create(raw), values);
            values[place] = s_oddValues[choice];

            bool decoded = TEncoding.TryDecode<double>(values, out Cell cell);
            Assert.Equal(decoded ? 7 : 2, cell.Vertices);
            Assert.True(decoded || cell == default);
        }, iter: Iterations);

    [Fact]
    public void TryDecode_TooFewValues_Refuses() => Assert.False(TEncoding.TryDecode<double>(new double[TEncoding.ValueCount - 1], out _));

    [Fact]
    public void TryDecode_AnyValues_AllocatesNothing()
    {
        double[] values = new double[TEncoding.ValueCount];
        TEncoding.TryEncode<double>(Nas101.CellAt(300_000), values);
        AllocationAssert.AllocatesNothing(() => TEncoding.TryDecode<double>(values, out _));
    }
}
