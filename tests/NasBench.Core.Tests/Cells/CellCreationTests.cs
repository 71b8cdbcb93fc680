using CommunityToolkit.HighPerformance;
using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Cells;

public class CellCreationTests
{
    private static readonly string[] s_threeNames = ["input", "conv1x1-bn-relu", "output"];

    [Fact]
    public void CreateRaw_AnyRawCell_EveryDoorGivesTheSame() =>
        CellGens.RawWithOddNames(ReferenceSpace.Nas101, 1, 10).Sample(raw =>
        {
            CellStatus status = EngineCells.TryCreate<Nas101>(raw, out Cell cell);
            string[] names = raw.Operations;

            Assert.Equal(status, Cell.CreateRaw(new ReadOnlySpan2D<byte>(EngineCells.ToBytes(raw)), names, out Cell fromSpan2D));
            Assert.Equal(status, Cell.CreateRaw(new ReadOnlySpan2D<bool>(ToBools(raw)), names, out Cell fromBools));
            Assert.Equal(status, Cell.CreateRaw(ToRows(raw), names, out Cell fromRows));
            Assert.Equal(status, Cell.CreateRaw(raw.Matrix, names, out Cell fromMatrix));
            Assert.Equal(status, Cell.CreateRaw([.. raw.Digits.Select(digit => (byte)(digit - '0'))], names, out Cell fromFlat));
            Assert.Equal(cell, fromSpan2D);
            Assert.Equal(cell, fromBools);
            Assert.Equal(cell, fromRows);
            Assert.Equal(cell, fromMatrix);
            Assert.Equal(cell, fromFlat);

            string digits = raw.Digits;
            string list = ToList(raw);
            string joined = string.Join(',', names);
            Assert.Equal(status, Cell.ParseRaw(digits, joined, out Cell fromDigits));
            Assert.Equal(status, Cell.ParseRaw(list, joined, out Cell fromList));
            Assert.Equal(status, Cell.ParseRaw(Utf8(digits), Utf8(joined), out Cell fromUtf8));
            Assert.Equal(status, Cell.ParseRaw(Utf8(list), Utf8(joined), out Cell fromUtf8List));
            Assert.Equal(cell, fromDigits);
            Assert.Equal(cell, fromList);
            Assert.Equal(cell, fromUtf8);
            Assert.Equal(cell, fromUtf8List);
        }, iter: 3_000);

    [Fact]
    public void Create_AnyRawCell_ExactlyTheCellsOfTheSpace() =>
        CellGens.RawWithOddNames(ReferenceSpace.Nas101, 1, 10).Sample(raw =>
        {
            string[] names = raw.Operations;
            string? error = ReferenceSpace.Nas101.GetError(raw);
            EngineCells.TryCreate<Nas101>(raw, out Cell expected);
            byte[,] bytes = EngineCells.ToBytes(raw);
            bool[,] bools = ToBools(raw);
            int[][] rows = ToRows(raw);
            byte[] flat = [.. raw.Digits.Select(digit => (byte)(digit - '0'))];
            Func<Cell>[] throwing =
            [
                () => Cell.Create(raw.Matrix, names),
                () => Cell.Create(rows, names),
                () => Cell.Create(new ReadOnlySpan2D<byte>(bytes), names),
                () => Cell.Create(new ReadOnlySpan2D<bool>(bools), names),
                () => Cell.Create(flat, names),
            ];
            foreach (Func<Cell> create in throwing)
            {
                if (error is null)
                {
                    Assert.Equal(expected, create());
                }
                else
                {
                    InvalidCellException thrown = Assert.Throws<InvalidCellException>(() => create());
                    Assert.Equal(error, thrown.Message);
                    Assert.Equal(CellStatuses.OfMessage(error), thrown.Status);
                }
            }

            expected = error is null ? expected : default;
            AssertTried(Cell.TryCreate(raw.Matrix, names, out Cell cell), cell);
            AssertTried(Cell.TryCreate(rows, names, out cell), cell);
            AssertTried(Cell.TryCreate(new ReadOnlySpan2D<byte>(bytes), names, out cell), cell);
            AssertTried(Cell.TryCreate(new ReadOnlySpan2D<bool>(bools), names, out cell), cell);
            AssertTried(Cell.TryCreate(flat, names, out cell), cell);
            AssertTried(Cell.TryParse(raw.Digits, string.Join(',', names), out cell), cell);
            AssertTried(Cell.TryParse(Utf8(raw.Digits), Utf8(string.Join(',', names)), out cell), cell);

            void AssertTried(bool created, Cell cell)
            {
                Assert.Equal(error is null, created);
                Assert.Equal(expected, cell);
            }
        }, iter: 1_000);

    [Fact]
    public void Create_OtherSpace_WithItsNamesAndLimits()
    {
        string[] names = ["input", "left", "down", "output"];
        Cell cell = Cell.Create<Spaces.FiveVertices>([[0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], [0, 0, 0, 0]], names);

        Assert.Equal(CellStatus.Ok, cell.Validate<Spaces.FiveVertices>());
        Assert.Equal(names, cell.GetOperations());
        Assert.False(Cell.TryCreate([[0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], [0, 0, 0, 0]], names, out _));
        InvalidCellException thrown = Assert.Throws<InvalidCellException>(
            () => Cell.Create<Spaces.FiveVertices>([[0, 1, 0], [0, 0, 1], [0, 0, 0]], ["input", "nowhere", "output"]));
        Assert.Equal("unsupported op nowhere (available ops = ['left', 'right', 'up', 'down'])", thrown.Message);
    }

    [Fact]
    public void Create_MatrixNull_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => Cell.Create((int[,])null!, ["input", "output"]));
        Assert.Throws<ArgumentNullException>(() => Cell.Create((int[][])null!, ["input", "output"]));
        Assert.Throws<ArgumentNullException>(() => Cell.TryCreate((int[][])null!, ["input", "output"], out _));
    }

    /// <summary>More entries than an array can have: the rows are one array many times, which costs nothing.</summary>
    [Theory]
    [InlineData(46_340)]
    [InlineData(46_341)]
    [InlineData(50_000)]
    public void CreateRaw_NestedRowsBeyondTheLargestArray_AnswersAStatus(int vertices)
    {
        int[] empty = new int[vertices];
        int[] first = new int[vertices];
        first[^1] = 1;
        int[][] rows = [first, .. Enumerable.Repeat(empty, vertices - 1)];
        string[] names = ["input", .. Enumerable.Repeat("conv3x3-bn-relu", vertices - 2), "output"];

        Assert.Equal(CellStatus.Ok, Cell.CreateRaw(rows, names, out Cell cell));
        Assert.Equal(Cell.Parse("0100 input,output"), cell);
        Assert.Equal(CellStatus.OperationCountMismatch, Cell.CreateRaw(rows, ["input", "output"], out _));
        rows[^1] = first;
        Assert.Equal(CellStatus.NotUpperTriangular, Cell.CreateRaw(rows, names, out _));
        rows[^1] = [1];
        Assert.Equal(CellStatus.NotSquare, Cell.CreateRaw(rows, names, out _));
    }

    [Fact]
    public void CreateRaw_AtMostSevenVertices_KeptAsGiven() =>
        CellGens.RawWithOddNames(ReferenceSpace.Nas101, 1, 7).Sample(raw =>
        {
            CellStatus status = EngineCells.TryCreate<Nas101>(raw, out Cell cell);
            if (HasUnknownKeptName(raw))
            {
                Assert.Equal(CellStatus.UnknownOperation, status);
                Assert.Equal(default, cell);
                return;
            }

            Assert.Equal(CellStatus.Ok, status);
            Assert.Equal(raw.Size, cell.Vertices);
            Assert.Equal(raw.Mask, cell.AdjacencyBits);
            Assert.Equal(raw.EdgeCount, cell.EdgeCount);
            Assert.Equal(raw.Operations[0] == "input", cell.FirstIsInput);
            Assert.Equal(raw.Operations[^1] == "output", cell.LastIsOutput);
            for (int vertex = 1; vertex < raw.Size - 1; vertex++)
            {
                int code = Array.IndexOf(ReferenceSpace.Nas101.Operations, raw.Operations[vertex]);
                Assert.Equal(code < 0 ? Cell.UnknownOperation : code, cell.GetOperation(vertex));
            }
        }, iter: 3_000);

    [Fact]
    public void CreateRaw_MoreThanSevenVertices_PrunedOnEntry() =>
        CellGens.RawWithOddNames(ReferenceSpace.Nas101, 8, 14).Sample(raw =>
        {
            CellStatus status = EngineCells.TryCreate<Nas101>(raw, out Cell cell);
            ReferenceCell? pruned = raw.Prune();
            CellStatus expected =
                pruned is null ? CellStatus.Ok :
                pruned.Size > 7 ? CellStatus.TooManyVertices :
                HasUnknownKeptName(raw) ? CellStatus.UnknownOperation : CellStatus.Ok;

            Assert.Equal(expected, status);
            if (pruned is null || status != CellStatus.Ok)
            {
                Assert.Equal(default, cell);
            }
            else
            {
                Assert.Equal(EngineCells.Create(pruned), cell);
            }
        }, iter: 3_000);

    [Theory]
    [InlineData("", "", CellStatus.NotSquare)]
    [InlineData("010", "input,output", CellStatus.NotSquare)]
    [InlineData("01000", "input,output", CellStatus.NotSquare)]
    [InlineData("0x00", "input,output", CellStatus.BadText)]
    [InlineData("[[0,1],[0,0]", "input,output", CellStatus.BadText)]
    [InlineData("[[0,1][0,0]]", "input,output", CellStatus.BadText)]
    [InlineData("[[0,1],[0,0]]]", "input,output", CellStatus.BadText)]
    [InlineData("[[0,1.0],[0,0]]", "input,output", CellStatus.BadText)]
    [InlineData("[0,1]", "input,output", CellStatus.BadText)]
    [InlineData("[[0,1,0],[0,0,0]]", "input,output", CellStatus.NotSquare)]
    [InlineData("[[0,1],[0]]", "input,output", CellStatus.NotSquare)]
    [InlineData("0100", "input", CellStatus.OperationCountMismatch)]
    [InlineData("0100", "input,conv1x1-bn-relu,output", CellStatus.OperationCountMismatch)]
    [InlineData("0110", "input,output", CellStatus.NotUpperTriangular)]
    [InlineData("1100", "input,output", CellStatus.NotUpperTriangular)]
    [InlineData("0101", "input,output", CellStatus.NotUpperTriangular)]
    [InlineData("1", "input", CellStatus.NotUpperTriangular)]
    [InlineData("0200", "input,output", CellStatus.EntryNotBinary)]
    [InlineData("0900", "input,output", CellStatus.EntryNotBinary)]
    [InlineData("[[0,-1],[0,0]]", "input,output", CellStatus.EntryNotBinary)]
    [InlineData("[[0,256],[0,0]]", "input,output", CellStatus.EntryNotBinary)]
    [InlineData("[[0,4294967297],[0,0]]", "input,output", CellStatus.EntryNotBinary)]
    [InlineData("010001000", "input,nonsense,output", CellStatus.UnknownOperation)]
    [InlineData("010001000", "input,input,output", CellStatus.UnknownOperation)]
    [InlineData("010001000", "input,Conv3x3-bn-relu,output", CellStatus.UnknownOperation)]
    [InlineData("010001000", "input, conv3x3-bn-relu,output", CellStatus.UnknownOperation)]
    [InlineData("010001000", "input,,output", CellStatus.UnknownOperation)]
    public void ParseRaw_Malformed_ItsOwnStatus(string matrix, string names, CellStatus expected)
    {
        Assert.Equal(expected, Cell.ParseRaw(matrix, names, out Cell cell));
        Assert.Equal(default, cell);
        Assert.Equal(expected, Cell.ParseRaw(Utf8(matrix), Utf8(names), out cell));
        Assert.Equal(default, cell);
    }

    [Theory]
    [InlineData(" [ [0 , 1] ,\t[0,\n0] ] ")]
    [InlineData("[[0,1],[0,0]]")]
    [InlineData("0100")]
    public void ParseRaw_OtherWritingOfTheSameMatrix_Same(string matrix)
    {
        Assert.Equal(CellStatus.Ok, Cell.ParseRaw(matrix, "input,output", out Cell cell));
        Assert.Equal(Cell.Parse("0100 input,output"), cell);
    }

    [Fact]
    public void CreateRaw_NotSquare_Refused()
    {
        Assert.Equal(CellStatus.NotSquare, Cell.CreateRaw(new ReadOnlySpan2D<byte>(new byte[2, 3]), ["input", "output"], out _));
        Assert.Equal(CellStatus.NotSquare, Cell.CreateRaw(new ReadOnlySpan2D<bool>(new bool[3, 2]), s_threeNames, out _));
        Assert.Equal(CellStatus.NotSquare, Cell.CreateRaw(new byte[8], s_threeNames, out _));
        Assert.Equal(CellStatus.NotSquare, Cell.CreateRaw(new int[][] { [0, 1], [0] }, ["input", "output"], out _));
        Assert.Equal(CellStatus.NotSquare, Cell.CreateRaw(new int[][] { [0, 1, 0], [0, 0, 0] }, ["input", "output"], out _));
        Assert.Equal(CellStatus.NotSquare, Cell.CreateRaw(ReadOnlySpan<byte>.Empty, [], out _));
        Assert.Equal(CellStatus.NotSquare, Cell.CreateRaw(ReadOnlySpan2D<byte>.Empty, [], out _));
        Assert.Equal(CellStatus.NotSquare, Cell.CreateRaw(Array.Empty<int[]>(), [], out _));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void CreateRaw_NestedEntryNotBinary_Refused(int entry) =>
        Assert.Equal(CellStatus.EntryNotBinary, Cell.CreateRaw(new int[][] { [0, entry], [0, 0] }, ["input", "output"], out _));

    [Theory]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(-1)]
    public void CreateRaw_NestedEntryUnderDiagonal_Refused(int entry) =>
        Assert.Equal(CellStatus.NotUpperTriangular, Cell.CreateRaw(new int[][] { [0, 1], [entry, 0] }, ["input", "output"], out _));

    [Fact]
    public void CreateRaw_NullRowOrName_Refused()
    {
        Assert.Equal(CellStatus.NotSquare, Cell.CreateRaw(new int[][] { [0, 1], null! }, ["input", "output"], out _));
        Assert.Equal(CellStatus.UnknownOperation, Cell.CreateRaw(new int[][] { [0, 1, 0], [0, 0, 1], [0, 0, 0] }, ["input", null!, "output"], out _));
    }

    [Theory]
    [InlineData(1, 0u, 0)]
    [InlineData(8, 0u, 6)]
    [InlineData(-1, 0u, 0)]
    [InlineData(int.MaxValue, 0u, 0)]
    [InlineData(2, 2u, 0)]
    [InlineData(7, 1u << 21, 5)]
    [InlineData(3, 1u << 31, 1)]
    [InlineData(3, 7u, 0)]
    [InlineData(3, 7u, 2)]
    public void CreateRawFromMask_OutOfRange_Refused(int vertices, uint mask, int operations)
    {
        Assert.NotEqual(CellStatus.Ok, Cell.CreateRawFromMask(vertices, mask, new byte[operations], out Cell cell));
        Assert.Equal(default, cell);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(255)]
    public void CreateRawFromMask_UnknownCode_Refused(byte code)
    {
        Assert.Equal(CellStatus.UnknownOperation, Cell.CreateRawFromMask(3, 7, [code], out Cell cell));
        Assert.Equal(default, cell);
    }

    private static bool HasUnknownKeptName(ReferenceCell raw) => raw.Prune() is { } pruned && ReferenceSpace.Nas101.GetLabels(pruned) is null;

    private static bool[,] ToBools(ReferenceCell raw)
    {
        var entries = new bool[raw.Size, raw.Size];
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i / raw.Size, i % raw.Size] = raw.Matrix[i / raw.Size, i % raw.Size] != 0;
        }

        return entries;
    }

    private static int[][] ToRows(ReferenceCell raw) =>
        [.. Enumerable.Range(0, raw.Size).Select(x => Enumerable.Range(0, raw.Size).Select(y => raw.Matrix[x, y]).ToArray())];

    private static string ToList(ReferenceCell raw) => "[" + string.Join(", ", ToRows(raw).Select(row => $"[{string.Join(", ", row)}]")) + "]";

    private static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
