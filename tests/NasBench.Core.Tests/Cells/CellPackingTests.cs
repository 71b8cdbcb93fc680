using CsCheck;
using NasBench.Core.Tests.Spaces;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Cells;

public class CellPackingTests
{
    [Fact]
    public void FromBits_AnyCell_TheSameCell() =>
        CellGens.RawWithOddNames(ReferenceSpace.Nas101, 1, 9).Where(raw => EngineCells.TryCreate<Nas101>(raw, out _) == CellStatus.Ok).Sample(
            raw =>
            {
                Cell cell = EngineCells.Create(raw);

                Assert.Equal(cell, Cell.FromBits(cell.Bits));
                Assert.True(Cell.TryFromBits(cell.Bits, out Cell again));
                Assert.Equal(cell, again);
            },
            iter: 3_000);

    [Fact]
    public void FromBits_CellOfAnotherSpace_ByThatSpaceAlone()
    {
        Cell cell = Space<FiveVertices>.CellAt(77);

        Assert.Equal(cell, Cell.FromBits<FiveVertices>(cell.Bits));
        Assert.False(Cell.TryFromBits(cell.Bits, out _));
        Assert.False(Cell.TryFromBits<SixVertices>(cell.Bits, out _));
        Assert.False(Cell.TryFromBits<FiveVertices>(Nas101.CellAt(77).Bits, out _));
    }

    /// <summary>Whatever is accepted can be written as text and comes back from it: so a door for cells can give it.</summary>
    [Fact]
    public void TryFromBits_AnyBits_OnlyCellsThatTextCanMake() =>
        Gen.Select(Gen.ULong[0, (1UL << 41) - 1], Gen.Int[0, 63], Gen.Int[0, 63]).Sample(
            (bits, one, other) =>
            {
                // Few edges, so that unknown operations often stand on vertices that pruning removes.
                bits &= (bits >> one) | ~(ulong)Cell.AdjacencyMask;
                bits ^= other < 4 ? 1UL << (41 + one % 23) : 0;
                bool accepted = Cell.TryFromBits(bits, out Cell cell);

                Assert.Equal(accepted ? bits : 0, cell.Bits);
                if (accepted)
                {
                    Assert.Equal(cell, Cell.Parse(cell.ToString()));
                }
                else
                {
                    Assert.Contains($"0x{bits:X16}", Assert.Throws<ArgumentException>(() => Cell.FromBits(bits)).Message, StringComparison.Ordinal);
                }
            },
            iter: 20_000);

    [Theory]
    [InlineData(1UL << 41)]
    [InlineData(1UL << 43)]
    [InlineData(1UL << 44)]
    [InlineData(1UL << 63)]
    [InlineData(6UL << 36)]
    [InlineData(7UL << 36)]
    [InlineData(2UL)]
    [InlineData(1UL << 21)]
    [InlineData((1UL << 36) | 7 | (3UL << 21))]
    [InlineData((1UL << 36) | 7 | (7UL << 21))]
    [InlineData((1UL << 36) | (3UL << 21))]
    public void TryFromBits_BitsOfNoCell_False(ulong bits)
    {
        Assert.False(Cell.TryFromBits(bits, out Cell cell));
        Assert.Equal(default, cell);
    }

    [Fact]
    public void GetOperationsAndToMatrix_AnyCell_MakeItAgain() =>
        CellGens.Raw(ReferenceSpace.Nas101, 2, 7).Sample(
            raw =>
            {
                Cell cell = EngineCells.Create(raw);

                Assert.Equal(raw.Matrix, cell.ToMatrix());
                Assert.Equal(raw.Operations, cell.GetOperations());
                Assert.Equal(CellStatus.Ok, Cell.CreateRaw(cell.ToMatrix(), cell.GetOperations(), out Cell again));
                Assert.Equal(cell, again);
            },
            iter: 1_000);

    [Fact]
    public void Comparison_AnyTwoCells_AsCompareTo() =>
        Gen.Select(CellGens.Raw(ReferenceSpace.Nas101, 2, 7), CellGens.Raw(ReferenceSpace.Nas101, 2, 7)).Sample(
            (first, second) =>
            {
                Cell a = EngineCells.Create(first);
                Cell b = EngineCells.Create(second);
                int order = a.CompareTo(b);

                Assert.Equal(order < 0, a < b);
                Assert.Equal(order > 0, a > b);
                Assert.Equal(order <= 0, a <= b);
                Assert.Equal(order >= 0, a >= b);
                Assert.True(a <= EngineCells.Create(first) && a >= EngineCells.Create(first));
            },
            iter: 1_000);
}
