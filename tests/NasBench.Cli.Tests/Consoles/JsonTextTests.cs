using System.Text;

namespace NasBench.Cli.Tests.Consoles;

public sealed class JsonTextTests
{
    /// <summary>Null means that the file does not hold the value.</summary>
    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(double.NaN, "null")]
    [InlineData(double.PositiveInfinity, "\"Infinity\"")]
    [InlineData(double.NegativeInfinity, "\"-Infinity\"")]
    public void WriteMeasured_AnyValue_IsNotTakenForAnother(double value, string expected)
    {
        using MemoryStream stream = new();
        Utf8Output output = new(stream, "test");
        JsonText.WriteDocument(output, json => json.WriteMeasured("x", value));
        output.Flush();

        Assert.Equal($"{{\"x\":{expected}}}\n", Encoding.UTF8.GetString(stream.ToArray()));
    }
}
