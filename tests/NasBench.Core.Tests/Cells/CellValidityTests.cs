using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Cells;

public class CellValidityTests
{
    [Theory]
    [InlineData("0000 input,output", CellStatus.Disconnected)]
    [InlineData("0111100111000110000100000 input,maxpool3x3,maxpool3x3,maxpool3x3,output", CellStatus.TooManyEdges)]
    [InlineData("0111100111000110000100000 x,maxpool3x3,maxpool3x3,maxpool3x3,x", CellStatus.TooManyEdges)]
    [InlineData("0100 x,x", CellStatus.FirstNotInput)]
    [InlineData("0100 output,input", CellStatus.FirstNotInput)]
    [InlineData("0100 input,x", CellStatus.LastNotOutput)]
    [InlineData("0100 input,output", CellStatus.Ok)]
    [InlineData("001000000 input,x,output", CellStatus.Ok)]
    public void Validate_Nas101_FirstBrokenRule(string text, CellStatus expected)
    {
        Cell cell = Cell.Parse(text);

        Assert.Equal(expected, cell.Validate());
        Assert.Equal(expected == CellStatus.Ok, cell.Describe() is null);
    }

    [Fact]
    public void ValidateAndDescribe_AnyCell_AsTheReference() => AssertValidity<Nas101>(5_000);

    [Fact]
    public void ValidateAndDescribe_AnyCellOfOtherSpaces_AsTheReference()
    {
        AssertValidity<Spaces.FiveVertices>(2_000);
        AssertValidity<Spaces.SixVertices>(2_000);
        AssertValidity<Spaces.ThreeVertices>(2_000);
        AssertValidity<Spaces.TwoVertices>(1_000);
        AssertValidity<Spaces.TightEdges>(1_000);
    }

    [Fact]
    public void Validate_CellOfAnotherSpace_OtherSpaceBeforeAnythingElse()
    {
        Assert.Equal(CellStatus.Ok, Cell.CreateRawFromMask<Spaces.SixVertices>(3, 7, [6], out Cell cell));
        Assert.Equal(CellStatus.Ok, Cell.CreateRawFromMask<Spaces.SixVertices>(3, 0, [6], out Cell disconnected));

        Assert.Equal(CellStatus.Ok, cell.Validate<Spaces.SixVertices>());
        Assert.Equal(CellStatus.OtherSpace, cell.Validate());
        Assert.Equal(CellStatus.Disconnected, disconnected.Validate<Spaces.SixVertices>());
        Assert.Equal(CellStatus.OtherSpace, disconnected.Validate());
        Assert.Equal(CellStatus.OtherSpace, default(Cell).Validate<Spaces.SixVertices>());
    }

    [Fact]
    public void Validate_UnknownOperationOnAKeptVertex_UnknownOperation()
    {
        Cell cell = Cell.Parse("011001000 input,conv1x1-bn-relu,output").WithOperation(1, Cell.UnknownOperation);

        Assert.Equal(CellStatus.UnknownOperation, cell.Validate());
        Assert.Equal("unsupported op unknown (available ops = ['conv3x3-bn-relu', 'conv1x1-bn-relu', 'maxpool3x3'])", cell.Describe());
    }

    [Fact]
    public void Describe_CellOfAnotherSpace_NamesBothSpaces()
    {
        Assert.Equal(
            "the cell is of another search space (with the operations left, right, up, down), not of the one with 7 vertices, 9 edges and the operations "
                + "conv3x3-bn-relu, conv1x1-bn-relu, maxpool3x3",
            Space<Spaces.FiveVertices>.CellAt(0).Describe());
        Assert.StartsWith(
            "the cell is of another search space (with the operations conv3x3-bn-relu, conv1x1-bn-relu, maxpool3x3), not of the one with 5 vertices, 10 edges",
            Nas101.CellAt(0).Describe<Spaces.FiveVertices>(),
            StringComparison.Ordinal);
        Cell ofUnknownSpace = Cell.Pack(2, 1, 0, marks: 0xABCDEUL << Cell.TagShift);
        Assert.StartsWith("the cell is of another search space, not of", ofUnknownSpace.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Describe_EveryStatus_ASentenceOfItsOwn()
    {
        string[] sentences = [.. Enum.GetValues<CellStatus>().Select(status => status.Describe())];

        Assert.Equal(sentences.Length, sentences.Distinct().Count());
        Assert.All(sentences, sentence => Assert.DoesNotContain("no status", sentence, StringComparison.Ordinal));
        Assert.Equal("no status has the number 200", ((CellStatus)200).Describe());
    }

    private static void AssertValidity<TSpace>(int iterations)
        where TSpace : ISearchSpace<TSpace>
    {
        ReferenceSpace space = EngineCells.ToReference<TSpace>();
        CellGens.RawWithOddNames(space, 1, 7).Where(raw => EngineCells.TryCreate<TSpace>(raw, out _) == CellStatus.Ok).Sample(raw =>
        {
            Cell cell = EngineCells.Create<TSpace>(raw);
            string? error = space.GetError(raw);

            Assert.Equal(error, cell.Describe<TSpace>());
            Assert.Equal(CellStatuses.OfMessage(error), cell.Validate<TSpace>());
        }, iter: iterations);
    }
}
