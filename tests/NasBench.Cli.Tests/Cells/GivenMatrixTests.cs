using CsCheck;

namespace NasBench.Cli.Tests.Cells;

public class GivenMatrixTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("0", 1)]
    [InlineData("0100", 2)]
    [InlineData(" 010001000 ", 3)]
    [InlineData("010", 0)]
    [InlineData("[[0,1],[0,0]]", 2)]
    [InlineData("[[0, 1.0], [false, 0e5]]", 2)]
    [InlineData("[[0,1],[0]]", 0)]
    [InlineData("[0,1]", 0)]
    [InlineData("[]", 0)]
    [InlineData("[[],[]]", 0)]
    public void Parse_Matrix_HasItsSizeOrNoneWhereItIsNotOne(string text, int size)
    {
        GivenMatrix matrix = GivenMatrix.Parse(text)!;

        Assert.Equal(size, matrix.Rows);
        Assert.Equal(size, matrix.Columns);
    }

    [Theory]
    [InlineData("abcd")]
    [InlineData("01 00")]
    [InlineData("٠١٠٠")]
    [InlineData("[[0,1],[0,0]")]
    [InlineData("[[0,1],[0,0]]x")]
    [InlineData("[[0,\"1\"],[0,0]]")]
    [InlineData("[[[0]]]")]
    [InlineData("{}")]
    public void Parse_NoMatrix_IsNull(string text) => Assert.Null(GivenMatrix.Parse(text));

    [Theory]
    [InlineData("0200")]
    [InlineData("[[0,-1],[0,0]]")]
    [InlineData("[[0,0.5],[0,0]]")]
    [InlineData("[[0,1e999],[0,0]]")]
    public void Parse_OtherNumbers_AreRefusedByTheEngine(string text) =>
        Assert.Equal(CellStatus.EntryNotBinary, new GivenCell(GivenMatrix.Parse(text)!, ["input", "output"]).View.CheckShape());

    [Fact]
    public void Parse_DigitsAndRows_AreTheSame() =>
        CellGens.Raw(ReferenceSpace.Nas101, 1, 9).Sample(cell =>
        {
            int size = cell.Size;
            string digits = string.Concat(Enumerable.Range(0, size * size).Select(i => cell.Matrix[i / size, i % size]));
            IEnumerable<string> rowTexts = Enumerable.Range(0, size)
                .Select(row => $"[{string.Join(", ", Enumerable.Range(0, size).Select(column => cell.Matrix[row, column]))}]");
            string rows = $"[{string.Join(',', rowTexts)}]";

            Assert.Equal(GivenMatrix.Parse(digits)!.Span.ToArray(), GivenMatrix.Parse(rows)!.Span.ToArray());
        });
}
