using CommunityToolkit.HighPerformance;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests;

/// <summary>No call of a search loop allocates, whatever the cell.</summary>
public class AllocationTests
{
    private const string Digits = "0110100000110000010100000110000001000000010000000";
    private const string Names = "input,conv3x3-bn-relu,conv1x1-bn-relu,maxpool3x3,conv1x1-bn-relu,conv3x3-bn-relu,output";

    private static readonly ReferenceCell s_seven = ReferenceCell.FromDigits(Digits, Names.Split(','));
    private static readonly ReferenceCell s_eleven = Widen(s_seven, 4);
    private static readonly Cell s_cell = EngineCells.Create(s_seven);
    private static readonly Cell[] s_cells = MakeCells();

    [Fact]
    public void TryCreate_EveryDoor_AllocatesNothing()
    {
        byte[,] matrix = EngineCells.ToBytes(s_seven);
        byte[,] large = EngineCells.ToBytes(s_eleven);
        bool[,] bools = new bool[7, 7];
        int[][] rows = [.. Enumerable.Range(0, 7).Select(x => Enumerable.Range(0, 7).Select(y => s_seven.Matrix[x, y]).ToArray())];
        byte[] flat = [.. Digits.Select(digit => (byte)(digit - '0'))];
        byte[] codes = [0, 1, 2, 1, 0];
        byte[] utf8Digits = [.. Digits.Select(digit => (byte)digit)];
        byte[] utf8Names = [.. Names.Select(letter => (byte)letter)];

        AllocationAssert.AllocatesNothing(() => Cell.CreateRaw(new ReadOnlySpan2D<byte>(matrix), s_seven.Operations, out _));
        AllocationAssert.AllocatesNothing(() => Cell.CreateRaw(new ReadOnlySpan2D<byte>(large), s_eleven.Operations, out _));
        AllocationAssert.AllocatesNothing(() => Cell.CreateRaw(new ReadOnlySpan2D<bool>(bools), s_seven.Operations, out _));
        AllocationAssert.AllocatesNothing(() => Cell.CreateRaw(rows, s_seven.Operations, out _));
        AllocationAssert.AllocatesNothing(() => Cell.CreateRaw(flat, s_seven.Operations, out _));
        AllocationAssert.AllocatesNothing(() => Cell.CreateRawFromMask(7, s_seven.Mask, codes, out _));
        AllocationAssert.AllocatesNothing(() => Cell.ParseRaw(Digits, Names, out _));
        AllocationAssert.AllocatesNothing(() => Cell.ParseRaw(utf8Digits, utf8Names, out _));
    }

    [Fact]
    public void FillTrainableParameters_WholeSpace_AllocatesNothing()
    {
        int[] parameters = new int[Nas101.Count];
        AllocationAssert.AllocatesNothing(() => CellCosts.FillTrainableParameters(parameters));
    }

    [Fact]
    public void CellInput_AnySize_AllocatesNothing()
    {
        byte[,] matrix = EngineCells.ToBytes(s_eleven);
        int[] kept = new int[11];

        AllocationAssert.AllocatesNothing(() =>
        {
            var input = new CellInput<Nas101>(new ReadOnlySpan2D<byte>(matrix), s_eleven.Operations);
            input.CheckShape();
            input.Prune(kept);
            input.Check();
            input.Check(EdgeRule.BeforePruning);
            input.CreateRaw(out _);
        });
    }

    [Fact]
    public void PruneValidateHashLocate_OneByOne_AllocateNothing() =>
        AllocationAssert.AllocatesNothing(() =>
        {
            foreach (Cell cell in s_cells)
            {
                cell.TryPrune(out _);
                cell.Validate();
                ModuleHasher.TryHash(cell, out _);
                Space<Nas101>.Locate(cell);
                Space<Nas101>.TryLocate(cell, out _);
                Space<Nas101>.AreIsomorphic(cell, s_cell);
                CellCosts.TryGetTrainableParameters(cell, NetworkShape.Standard, out _);
                CellCosts.TryGetFlops(cell, NetworkShape.Standard, out _);
            }
        });

    [Fact]
    public void HashAndLocate_Batch_AllocateNothing()
    {
        ModuleHash[] hashes = new ModuleHash[s_cells.Length];
        int[] indices = new int[s_cells.Length];

        AllocationAssert.AllocatesNothing(() => ModuleHasher.Hash(s_cells, hashes));
        AllocationAssert.AllocatesNothing(() => ModuleHasher.Hash(s_cells.AsSpan(0, 1), hashes));
        AllocationAssert.AllocatesNothing(() => Space<Nas101>.Locate(s_cells, indices));
    }

    [Fact]
    public void CellAtHashAtTryFind_Warm_AllocateNothing() =>
        AllocationAssert.AllocatesNothing(() =>
        {
            for (int index = 0; index < Space<Nas101>.Count; index += 9_973)
            {
                Space<Nas101>.CellAt(index);
                Space<Nas101>.TryFind(Space<Nas101>.HashAt(index), out _);
                CellCosts.TrainableParametersAt(index);
                CellCosts.FlopsAt(index);
            }
        });

    [Fact]
    public void HashAt_HashesNotPrepared_AllocatesNothing() =>
        AllocationAssert.AllocatesNothing(() => Space<Spaces.NeverPrepared>.HashAt(100));

    [Fact]
    public void Cells_WholeSpace_AllocatesNothing() =>
        AllocationAssert.AllocatesNothing(() =>
        {
            ulong sum = 0;
            foreach (Cell cell in Space<Nas101>.Cells)
            {
                sum += cell.Bits;
            }

            GC.KeepAlive(s_cells[(int)(sum % 7)].Vertices == 0 ? s_cells : null);
        });

    [Fact]
    public void Format_CellAndHash_AllocatesNothing()
    {
        char[] chars = new char[200];
        byte[] bytes = new byte[200];
        ModuleHash hash = Space<Nas101>.HashAt(1_000);
        Space<Nas101>.HashAt(1_000).TryFormat(chars, out int length);

        AllocationAssert.AllocatesNothing(() => s_cell.TryFormat(chars, out _));
        AllocationAssert.AllocatesNothing(() => s_cell.TryFormat(bytes, out _));
        AllocationAssert.AllocatesNothing(() => s_cell.TryFormatMatrix(chars, out _));
        AllocationAssert.AllocatesNothing(() => s_cell.TryFormatOperations(bytes, out _));
        AllocationAssert.AllocatesNothing(() => hash.TryFormat(chars, out _));
        AllocationAssert.AllocatesNothing(() => hash.TryFormat(bytes, out _));
        AllocationAssert.AllocatesNothing(() => ModuleHash.TryParse(chars.AsSpan(0, length), out _));
    }

    private static ReferenceCell Widen(ReferenceCell cell, int more)
    {
        int size = cell.Size + more;
        var matrix = new int[size, size];
        int[] places = [0, .. Enumerable.Range(1 + more, cell.Size - 1)];
        for (int x = 0; x < cell.Size; x++)
        {
            for (int y = 0; y < cell.Size; y++)
            {
                matrix[places[x], places[y]] = cell.Matrix[x, y];
            }
        }

        return new ReferenceCell(matrix, [cell.Operations[0], .. Enumerable.Repeat("nothing", more), .. cell.Operations[1..]]);
    }

    /// <summary>Valid and invalid cells of every size, a number that no vector width divides.</summary>
    private static Cell[] MakeCells()
    {
        var random = new Random(7);
        Cell[] cells = new Cell[77];
        for (int i = 0; i < cells.Length; i++)
        {
            int vertices = 2 + (i % 6);
            var mask = (uint)random.Next(1 << (vertices * (vertices - 1) / 2));
            Assert.Equal(CellStatus.Ok, Cell.CreateRawFromMask(vertices, mask, new byte[vertices - 2], out cells[i]));
        }

        return cells;
    }
}
