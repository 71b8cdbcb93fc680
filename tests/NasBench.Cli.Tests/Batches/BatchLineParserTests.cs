using System.Text;
using CsCheck;

namespace NasBench.Cli.Tests.Batches;

public class BatchLineParserTests
{
    private static readonly string[] s_templates =
    [
        """{"id":1,"matrix":"0100","ops":["input","output"],"epochs":4,"half":true,"repeat":"mean"}""",
        """{"hash":"00005c142e6f48ac74fdcf73e3439874","matrix":[[0,1],[0,0]]}""",
    ];

    [Theory]
    [InlineData("1", "1")]
    [InlineData(" 12345678901234567890.00100 ", "12345678901234567890.00100")]
    [InlineData("\"a\\u00e9\\n\"", "\"a\\u00e9\\n\"")]
    [InlineData("{ \"x\": [1, {\"y\": null}] }", "{ \"x\": [1, {\"y\": null}] }")]
    [InlineData("null", "null")]
    [InlineData("false", "false")]
    public void Parse_AnyId_IsKeptAsText(string id, string expected)
    {
        BatchLine line = Parse($$"""{"matrix":"0100","id":{{id}},"ops":["input","output"]}""");

        Assert.Null(line.Error);
        Assert.Equal(expected, Encoding.UTF8.GetString(line.Id.Span));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{} {}")]
    [InlineData("{}")]
    [InlineData("""{"matrix":"0100"}""")]
    [InlineData("""{"ops":[]}""")]
    [InlineData("""{"matrix":100,"ops":[]}""")]
    [InlineData("""{"matrix":[["0"]],"ops":["input"]}""")]
    [InlineData("""{"matrix":[[[0]]],"ops":["input"]}""")]
    [InlineData("""{"matrix":"0a00","ops":["input","output"]}""")]
    [InlineData("""{"matrix":"0100","ops":["input",["output"]]}""")]
    [InlineData("""{"hash":"00005C142E6F48AC74FDCF73E343987"}""")]
    [InlineData("""{"hash":5}""")]
    [InlineData("""{"hash":"00005c142e6f48ac74fdcf73e3439874","epochs":4.5}""")]
    [InlineData("""{"hash":"00005c142e6f48ac74fdcf73e3439874","epochs":-4}""")]
    [InlineData("""{"hash":"00005c142e6f48ac74fdcf73e3439874","repeat":"some"}""")]
    [InlineData("""{"hash":"00005c142e6f48ac74fdcf73e3439874","repeat":[0]}""")]
    [InlineData("""{"hash":"00005c142e6f48ac74fdcf73e3439874","half":0}""")]
    [InlineData("""{"matrix":"\ud800","ops":[]}""")]
    [InlineData("""{"module_adjacency":[[0,1],[0,0]]}""")]
    [InlineData("""{"module_adjacency":[[0,1],[0,0]],"ops":["input","output"]}""")]
    [InlineData("""{"module_hash":"00005c142e6f48ac74fdcf73e343987"}""")]
    [InlineData("""{"hash":"00005c142e6f48ac74fdcf73e3439874","module_hash":"28cfc7874f6d200472e1a9dcd8650aa0"}""")]
    public void Parse_WrongLine_IsABadLine(string text) => Assert.Equal(ErrorKind.BadLine, Parse(text).Error?.Kind);

    [Theory]
    [InlineData("{\"id\":\"*\",\"matrix\":\"0100\",\"ops\":[\"input\",\"output\"]}", "null")]
    [InlineData("{\"id\":{\"*\":1},\"matrix\":\"0100\",\"ops\":[\"input\",\"output\"]}", "null")]
    [InlineData("{\"id\":\"*\",\"matrix\":", "null")]
    [InlineData("{\"id\":7,\"note\":\"*\",\"matrix\":\"0100\",\"ops\":[\"input\",\"output\"]}", "7")]
    public void Parse_TextThatIsNotUtf8_IsABadLineAndNoneOfItIsCopied(string template, string id)
    {
        byte[] text = Encoding.UTF8.GetBytes(template);
        text[Array.IndexOf(text, (byte)'*')] = 0xFF;
        BatchLine line = BatchLineParser.Parse(text);

        Assert.Equal(ErrorKind.BadLine, line.Error?.Kind);
        Assert.Equal(id, Encoding.UTF8.GetString(line.Id.Span));
    }

    [Fact]
    public void Parse_WrongLine_KeepsAnIdThatComesLater() =>
        Assert.Equal("7", Encoding.UTF8.GetString(Parse("""{"matrix":{"a":[1]},"ops":5,"hash":[],"epochs":{},"half":[],"repeat":{},"id":7}""").Id.Span));

    [Theory]
    [InlineData("""{"module_hash":"00005c142e6f48ac74fdcf73e3439874"}""")]
    [InlineData("""{"hash":null,"module_hash":"00005c142e6f48ac74fdcf73e3439874"}""")]
    [InlineData("""{"hash":"00005c142e6f48ac74fdcf73e3439874","module_hash":"00005C142E6F48AC74FDCF73E3439874"}""")]
    public void Parse_HashUnderEitherName_IsTaken(string text) => Assert.Equal(Samples.FirstHash, Parse(text).Cell?.Hash?.ToString());

    [Theory]
    [InlineData("""{"module_adjacency":[[0,1],[0,0]],"module_operations":["input","output"]}""")]
    [InlineData("""{"module_operations":"input,output","module_adjacency":"0100"}""")]
    [InlineData("""{"matrix":"0100","ops":["input","output"],"module_adjacency":"0000","module_operations":["a","b"]}""")]
    public void Parse_GraphUnderEitherNames_IsTaken(string text)
    {
        GivenCell? cell = Parse(text).Cell?.Graph;

        Assert.Equal(["input", "output"], cell?.Operations ?? []);
        Assert.Equal((byte)1, cell!.Matrix.Span[0, 1]);
    }

    [Fact]
    public void Parse_UnknownFields_ArePassedOver() =>
        Assert.Null(Parse("""{"labels":[1,{"matrix":2}],"hash":"00005c142e6f48ac74fdcf73e3439874","matrix":null,"epochs":null}""").Error);

    [Fact]
    public void Parse_AnyBytes_NeverThrows() =>
        (from choice in Gen.Int[0, s_templates.Length - 1]
         let template = s_templates[choice]
         from position in Gen.Int[0, template.Length - 1]
         from replacement in Gen.Byte.Array[0, 4]
         select (byte[])[.. Encoding.UTF8.GetBytes(template)[..position], .. replacement, .. Encoding.UTF8.GetBytes(template)[(position + 1)..]])
        .Sample(bytes =>
        {
            BatchLine line = BatchLineParser.Parse(bytes);
            Assert.True(line.Error is not null || line.Cell is not null);
        });

    private static BatchLine Parse(string text) => BatchLineParser.Parse(Encoding.UTF8.GetBytes(text));
}
