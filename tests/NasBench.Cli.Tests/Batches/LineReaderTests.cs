using System.Text;
using CsCheck;

namespace NasBench.Cli.Tests.Batches;

public class LineReaderTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("a", new[] { "a" })]
    [InlineData("a\n", new[] { "a" })]
    [InlineData("a\r\n\r\nb", new[] { "a", "", "b" })]
    [InlineData("\n\n", new[] { "", "" })]
    [InlineData("\ufeffa\n\ufeffb\n", new[] { "a", "\ufeffb" })]
    public void TryRead_AnyText_GivesItsLines(string text, string[] lines) => Assert.Equal(lines, Read(text, 3));

    [Fact]
    public void TryRead_LongLines_AreWhole() =>
        Gen.Int[0, 200_000].Array[0, 4].Sample(
            lengths =>
            {
                string[] lines = [.. lengths.Select((length, i) => new string((char)('a' + i), length)), "end"];
                Assert.Equal(lines, Read(string.Join('\n', lines), 50_000));
            },
            iter: 20);

    [Fact]
    public void BeforeWaiting_IsCalledBeforeEachRead()
    {
        int waits = 0;
        LineReader reader = new(new MemoryStream("a\nb\n"u8.ToArray())) { BeforeWaiting = () => waits++ };
        reader.TryRead(out _);
        reader.TryRead(out _);
        Assert.Equal(1, waits);
        Assert.False(reader.TryRead(out _));
        Assert.Equal(2, waits);
        Assert.Equal(2, reader.LineNumber);
    }

    private static string[] Read(string text, int most)
    {
        LineReader reader = new(new DripStream(Encoding.UTF8.GetBytes(text), most));
        List<string> lines = [];
        while (reader.TryRead(out ReadOnlyMemory<byte> line))
        {
            lines.Add(Encoding.UTF8.GetString(line.Span));
        }

        return [.. lines];
    }

    /// <summary>Gives a few bytes at a time.</summary>
    private sealed class DripStream(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, most));
    }
}
