using System.Text.Json;
using CsCheck;
using NasBench.Core.Tests.Json;
using NasBench.Core.Tests.Spaces;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Cells;

public class CellJsonTests
{
    private static readonly JsonSerializerOptions s_fiveVertices = new() { Converters = { new CellJsonConverter<FiveVertices>() } };

    [Fact]
    public void Serialize_AnyCell_ItsTextAndBack() =>
        CellGens.RawWithOddNames(ReferenceSpace.Nas101, 1, 9).Where(raw => EngineCells.TryCreate<Nas101>(raw, out _) == CellStatus.Ok).Sample(
            raw =>
            {
                Cell cell = EngineCells.Create(raw);
                string json = JsonSerializer.Serialize(cell);

                Assert.Equal($"\"{cell}\"", json);
                Assert.Equal(cell, JsonSerializer.Deserialize<Cell>(json));
            },
            iter: 500);

    [Fact]
    public void Serialize_KeysRecordsAndLists_Survive()
    {
        var found = new Found(Nas101.CellAt(1), Nas101.HashAt(1), [Nas101.CellAt(2), Nas101.CellAt(3)], null)
        {
            ByCell = { [Nas101.CellAt(4)] = 0.5, [default] = 0.25 },
            ByHash = { [Nas101.HashAt(5)] = Nas101.CellAt(5) },
        };
        string json = JsonSerializer.Serialize(found);
        string generated = JsonSerializer.Serialize(found, FoundContext.Default.Found);

        Assert.Equal(json, generated);
        Assert.Contains($"\"{Nas101.CellAt(4)}\":0.5", json, StringComparison.Ordinal);
        AssertSame(found, JsonSerializer.Deserialize<Found>(json)!);
        AssertSame(found, JsonSerializer.Deserialize(json, FoundContext.Default.Found)!);
    }

    [Fact]
    public void Serialize_EscapedText_ReadsTheSame()
    {
        Assert.Equal(Cell.Parse("0100 input,output"), JsonSerializer.Deserialize<Cell>("\"\\u0030100 input,output\""));
        Assert.Equal(Cell.Parse("0100 input,output"), JsonSerializer.Deserialize<Cell>("\"[[0, 1], [0, 0]] input,output\""));
        string blanks = "[[0," + new string(' ', 2_000) + "1],[0,0]] input,output";
        Assert.Equal(Cell.Parse("0100 input,output"), JsonSerializer.Deserialize<Cell>(JsonSerializer.Serialize(blanks)));
    }

    [Fact]
    public void Converter_OfAnotherSpace_ItsNames()
    {
        for (int index = 0; index < Space<FiveVertices>.Count; index += 13)
        {
            Cell cell = Space<FiveVertices>.CellAt(index);
            string json = JsonSerializer.Serialize(cell, s_fiveVertices);

            Assert.Equal($"\"{cell}\"", json);
            Assert.Equal(json, JsonSerializer.Serialize(cell));
            Assert.Equal(cell, JsonSerializer.Deserialize<Cell>(json, s_fiveVertices));
            var keyed = new Dictionary<Cell, int> { [cell] = index };
            Assert.Equal(keyed, JsonSerializer.Deserialize<Dictionary<Cell, int>>(JsonSerializer.Serialize(keyed, s_fiveVertices), s_fiveVertices));
        }

        string unicode = JsonSerializer.Serialize(Space<TightEdges>.CellAt(3));
        Assert.Equal(
            Space<TightEdges>.CellAt(3),
            JsonSerializer.Deserialize<Cell>(unicode, new JsonSerializerOptions { Converters = { new CellJsonConverter<TightEdges>() } }));
    }

    [Fact]
    public void Deserialize_CellOfAnotherSpace_JsonException()
    {
        Cell kept = Cell.Parse<FiveVertices>("010001000 input,left,output");
        Cell removed = Cell.Parse<FiveVertices>("001000000 input,left,output");
        foreach (Cell cell in (Cell[])[kept, removed])
        {
            string json = JsonSerializer.Serialize(cell);

            Assert.Contains("left", json, StringComparison.Ordinal);
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Cell>(json));
        }

        string message = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Cell>(JsonSerializer.Serialize(removed))).Message;
        Assert.StartsWith("not a cell of the search space: unknown operation 'left' (known are conv3x3-bn-relu,", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("1234")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"\"")]
    [InlineData("\"0100\"")]
    [InlineData("\"0110 input,output\"")]
    [InlineData("\"010 input,output\"")]
    [InlineData("\"0100 input,what\"")]
    [InlineData("\"010001000 input,what,output\"")]
    [InlineData("\"001000000 input,what,output\"")]
    [InlineData("\"0100 input,\\ud800\"")]
    public void Deserialize_NoCell_JsonException(string json)
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Cell>(json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize($"{{\"Best\":{json}}}", FoundContext.Default.Found));
    }

    [Theory]
    [InlineData("{\"0110 input,output\":1}")]
    [InlineData("{\"\":1}")]
    [InlineData("{\"0100 input,\\ud800\":1}")]
    public void Deserialize_KeyThatIsNoCell_JsonException(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<Cell, int>>(json));

    [Theory]
    [InlineData("null")]
    [InlineData("12")]
    [InlineData("\"\"")]
    [InlineData("\"0123456789abcdef0123456789abcde\"")]
    [InlineData("\"0123456789abcdef0123456789abcdeg\"")]
    [InlineData("\"0123456789abcdef0123456789abcde\\ud800\"")]
    public void DeserializeHash_NoHash_JsonException(string json)
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ModuleHash>(json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<ModuleHash, int>>($"{{{(json[0] == '"' ? json : "\"x\"")}:1}}"));
    }

    [Fact]
    public void SerializeHash_AnyHash_ItsDigitsAndBack()
    {
        for (int index = 0; index < Nas101.Count; index += 40_001)
        {
            ModuleHash hash = Nas101.HashAt(index);

            Assert.Equal($"\"{hash}\"", JsonSerializer.Serialize(hash));
            Assert.Equal(hash, JsonSerializer.Deserialize<ModuleHash>($"\"{hash}\""));
            Assert.Equal(hash, JsonSerializer.Deserialize<ModuleHash>($"\"{hash}\"".ToUpperInvariant()));
        }
    }

    private static void AssertSame(Found expected, Found actual)
    {
        Assert.Equal(expected.Best, actual.Best);
        Assert.Equal(expected.Hash, actual.Hash);
        Assert.Equal(expected.Others, actual.Others);
        Assert.Equal(expected.Missing, actual.Missing);
        Assert.Equal(expected.ByCell, actual.ByCell);
        Assert.Equal(expected.ByHash, actual.ByHash);
    }
}
