using System.Text;

namespace NasBench.Cli.Tests.Consoles;

public class Utf8OutputTests
{
    [Fact]
    public void Write_AllKinds_ComeOutInOrder()
    {
        using MemoryStream stream = new();
        Utf8Output output = new(stream, "test");
        string longText = new('é', 100_000);
        output.Write("a");
        output.Write((byte)'b');
        output.Write(-12L);
        output.Write("c"u8);
        output.Write(longText);
        output.Write(1.5, 8);
        output.GetSpan(70_000)[69_999] = 1;
        output.Flush();

        Assert.Equal("ab-12c" + longText + "1.5", Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Equal(stream.Length, output.Length);
    }

    [Fact]
    public void Write_ManyLines_AllocatesNothing()
    {
        Utf8Output output = new(Stream.Null, "test");

        AllocationAssert.AllocatesNothing(() =>
        {
            for (int i = 0; i < 10_000; i++)
            {
                output.Write(default(ModuleHash), 32);
                output.Write((byte)'\t');
                output.Write(i);
                output.Write("\n"u8);
            }
        });
    }

    [Fact]
    public void Flush_FailingStream_FailsOnceWithExitCodeFour()
    {
        Utf8Output output = new(new FailingStream(new IOException("disk full")), "test");
        output.Write("x");

        CommandException failure = Assert.Throws<CommandException>(output.Flush);
        Assert.Equal(ExitCode.OutputFailed, failure.Code);
        Assert.Contains("disk full", failure.Message, StringComparison.Ordinal);
        output.Flush();
    }

    [Fact]
    public void Flush_ClosedPipe_SaysSo()
    {
        Utf8Output output = new(new FailingStream(new ClosedPipeException()), "test");
        output.Write("x");

        Assert.Throws<ClosedPipeException>(output.Flush);
    }

    private sealed class FailingStream(Exception failure) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw failure;
    }
}
