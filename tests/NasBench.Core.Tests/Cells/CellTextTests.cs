using System.Globalization;
using System.Text;
using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Cells;

public class CellTextTests
{
    private const string Example = "011001000 input,maxpool3x3,output";

    private delegate bool Format<T>(Span<T> destination, out int written);

    [Fact]
    public void ParseAndFormat_AnyCell_RoundTripInBothEncodings() =>
        CellGens.RawWithOddNames(ReferenceSpace.Nas101, 1, 7).Where(raw => EngineCells.TryCreate<Nas101>(raw, out _) == CellStatus.Ok).Sample(raw =>
        {
            Cell cell = EngineCells.Create(raw);
            string text = cell.ToString();

            Assert.Equal(EngineCells.ToReference(ReferenceSpace.Nas101, cell).ToString(), text);
            Assert.Equal(cell, Cell.Parse(text));
            Assert.Equal(cell, Cell.Parse(text.AsSpan(), null));
            Assert.Equal(cell, Cell.Parse(Encoding.UTF8.GetBytes(text), null));
            Assert.True(Cell.TryParse(text, null, out Cell again));
            Assert.Equal(cell, again);
            Assert.True(Cell.TryParse<Nas101>(text, out again));
            Assert.Equal(cell, again);
        }, iter: 3_000);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("0100")]
    [InlineData("0100input,output")]
    [InlineData("010 input,output")]
    [InlineData("0100 input")]
    [InlineData("0110 input,output")]
    [InlineData("0300 input,output")]
    [InlineData("input,output 0100")]
    [InlineData("010001000 input,nonsense,output")]
    public void TryParse_NoCell_False(string? text)
    {
        Assert.False(Cell.TryParse(text, null, out Cell cell));
        Assert.Equal(default, cell);
        Assert.False(Cell.TryParse(text.AsSpan(), provider: null, out _));
        Assert.False(Cell.TryParse(Encoding.UTF8.GetBytes(text ?? ""), provider: null, out _));
        Assert.ThrowsAny<Exception>(() => Cell.Parse(text!));
    }

    [Fact]
    public void Parse_NoCell_FormatException()
    {
        Assert.Throws<FormatException>(() => Cell.Parse("0110 input,output"));
        Assert.Throws<FormatException>(() => Cell.Parse("0110 input,output"u8, null));
        Assert.Throws<ArgumentNullException>(() => Cell.Parse(null!));
    }

    [Fact]
    public void TryParse_BytesThatAreNoUtf8_False()
    {
        Assert.False(Cell.TryParse([0xFF, 0xFE, (byte)' ', 0xC0], provider: null, out _));
        Assert.Equal(CellStatus.UnknownOperation, Cell.ParseRaw("010001000"u8, [.. "input,"u8, 0xFF, .. ",output"u8], out _));
    }

    [Fact]
    public void TryFormat_AnyLength_AllOrNothing()
    {
        Cell cell = Cell.Parse(Example);
        AssertAllOrNothing<char>(Example.ToCharArray(), (destination, out written) => cell.TryFormat(destination, out written));
        AssertAllOrNothing<byte>(Encoding.UTF8.GetBytes(Example), (destination, out written) => cell.TryFormat(destination, out written));
        AssertAllOrNothing<char>("011001000".ToCharArray(), cell.TryFormatMatrix);
        AssertAllOrNothing<byte>("011001000"u8.ToArray(), cell.TryFormatMatrix);
        AssertAllOrNothing<char>("input,maxpool3x3,output".ToCharArray(), cell.TryFormatOperations);
        AssertAllOrNothing<byte>("input,maxpool3x3,output"u8.ToArray(), cell.TryFormatOperations);
        AssertAllOrNothing<char>(Example.ToCharArray(), cell.TryFormat<Nas101>);
    }

    [Fact]
    public void Format_AnyCulture_Same()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NativeDigits = ["٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"];
            culture.NumberFormat.NegativeSign = "~";
            culture.TextInfo.ListSeparator = ";";
            CultureInfo.CurrentCulture = culture;
            Cell cell = Cell.Parse(Example, culture);

            Assert.Equal(Example, cell.ToString());
            Assert.Equal(Example, cell.ToString("N", culture));
            Assert.Equal(Example, string.Format(culture, "{0}", cell));
            Assert.Equal(
                "too many edges, got 10 (max edges = 9)",
                Cell.Parse("0111100111000110000100000 input,maxpool3x3,maxpool3x3,maxpool3x3,output").Describe());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Format_OtherSpace_ItsNames()
    {
        const string Text = "0100001000010000 input,left,down,output";

        Assert.True(Cell.TryParse<Spaces.FiveVertices>(Text, out Cell cell));
        Assert.Equal(Text, cell.ToString<Spaces.FiveVertices>());
        Assert.Equal(Text, cell.ToString());
        Assert.Equal("0100001000010000 input,op0,op3,output", cell.ToString<Nas101>());
        AssertAllOrNothing<char>(Text.ToCharArray(), cell.TryFormat<Spaces.FiveVertices>);
        AssertAllOrNothing<char>("input,left,down,output".ToCharArray(), cell.TryFormatOperations<Spaces.FiveVertices>);
        AssertAllOrNothing<byte>("input,left,down,output"u8.ToArray(), cell.TryFormatOperations<Spaces.FiveVertices>);
    }

    /// <summary>Too short: false, 0 written, buffer untouched. Long enough: the text, and nothing after it.</summary>
    private static void AssertAllOrNothing<T>(T[] expected, Format<T> format)
        where T : struct, IEquatable<T>
    {
        T filler = (T)Convert.ChangeType((byte)'#', typeof(T), CultureInfo.InvariantCulture);
        for (int length = 0; length <= expected.Length + 3; length++)
        {
            T[] buffer = new T[length];
            buffer.AsSpan().Fill(filler);
            bool fits = length >= expected.Length;

            Assert.Equal(fits, format(buffer, out int written));
            Assert.Equal(fits ? expected.Length : 0, written);
            Assert.True(buffer.AsSpan(0, written).SequenceEqual(expected.AsSpan(0, written)));
            Assert.False(buffer.AsSpan(written).ContainsAnyExcept(filler));
        }
    }
}
