using System.Security.Cryptography;
using System.Text.Json;

namespace NasBench.Cli.Tests.Commands;

public class SynthCommandTests
{
    [Fact]
    public void Json_SmallSpace_IsVerifiedAndAnswersAsBuiltin()
    {
        using TemporaryFolder folder = new();
        JsonElement summary = Cli.Run("synth", folder["four.tfrecord"], "--max-vertices", "4", "--json").Expect(ExitCode.Done).Json;

        Assert.Equal(["path", "records", "bytes"], summary.EnumerateObject().Select(field => field.Name));
        Assert.Equal(91 * 4 * 3, summary.GetProperty("records").GetInt32());
        Assert.Equal(new FileInfo(folder["four.tfrecord"]).Length, summary.GetProperty("bytes").GetInt64());
        Assert.Equal("synthetic", Cli.Run("verify", folder["four.tfrecord"], "--json").Expect(ExitCode.Done).Json.GetProperty("provenance").GetString());
        string[] question = ["--matrix", Samples.ChainMatrix, "--ops", Samples.ChainOperations, "--repeat", "all", "--json"];
        Assert.Equal(Cli.Run(["query", "builtin", .. question]).Output, Cli.Run(["query", folder["four.tfrecord"], .. question]).Output);
    }

    [Fact]
    public void Shuffled_SameSeed_IsTheSameFileWithTheSameContent()
    {
        using TemporaryFolder folder = new();
        string[] arguments = ["--max-vertices", "4", "--epochs", "108", "--order", "shuffled", "--seed"];
        Cli.Run(["synth", folder["a.tfrecord"], .. arguments, "7"]).Expect(ExitCode.Done);
        Cli.Run(["synth", folder["b.tfrecord"], .. arguments, "7"]).Expect(ExitCode.Done);
        Cli.Run(["synth", folder["c.tfrecord"], .. arguments, "-36893488147419103224"]).Expect(ExitCode.Done);

        Assert.Equal(File.ReadAllBytes(folder["a.tfrecord"]), File.ReadAllBytes(folder["b.tfrecord"]));
        Assert.NotEqual(File.ReadAllBytes(folder["a.tfrecord"]), File.ReadAllBytes(folder["c.tfrecord"]));
        Assert.Equal(Cli.Run("info", folder["a.tfrecord"], "--json").Output, Cli.Run("info", folder["c.tfrecord"], "--json").Output);
    }

    [Fact]
    public void Cancelled_LeavesNothing()
    {
        using TemporaryFolder folder = new();

        new Cli { Cancellation = new CancellationToken(canceled: true) }.With("synth", folder["four.tfrecord"], "--max-vertices", "4")
            .Expect(ExitCode.Interrupted);

        Assert.Empty(Directory.GetFileSystemEntries(folder.FullPath));
    }

    [Fact]
    public void FolderThatIsMissing_IsExitCodeFour()
    {
        using TemporaryFolder folder = new();

        Cli.Run("synth", folder["missing", "x.tfrecord"], "--max-vertices", "3").ExpectFailure(ExitCode.OutputFailed, "x.tfrecord");
    }

    [Fact]
    public void PathOfAFolder_IsExitCodeFour()
    {
        using TemporaryFolder folder = new();

        Cli.Run("synth", folder.FullPath, "--max-vertices", "3").ExpectFailure(ExitCode.OutputFailed, "folder");
    }

    [Fact]
    public void Device_IsWrittenAsItStands()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no such devices on Windows");

        Assert.Equal(84, Cli.Run("synth", "/dev/null", "--max-vertices", "3", "--json").Expect(ExitCode.Done).Json.GetProperty("records").GetInt32());
        Assert.Empty(File.ReadAllBytes("/dev/null"));
    }

    [Fact]
    public void NameOfAnotherFormat_IsUsageError() =>
        Cli.Run("synth", "x.parquet").ExpectFailure(ExitCode.Usage, ".tfrecord");

    [Fact]
    [Trait("Category", "Once")]
    public void WholeSpace_HasTheKnownBytes()
    {
        using TemporaryFolder folder = new();
        JsonElement summary = Cli.Run("synth", folder["whole.tfrecord"], "--epochs", "108", "--json").Expect(ExitCode.Done).Json;

        Assert.Equal(522_767_376, summary.GetProperty("bytes").GetInt64());
        using FileStream file = File.OpenRead(folder["whole.tfrecord"]);
        Assert.Equal("af09fbedcbf9c5bf8d7ceeed10e249556c0918b04cfeb63d74392a02ee1088a2", Convert.ToHexStringLower(SHA256.HashData(file)));
        file.Dispose();
        Assert.True(Cli.Run("verify", folder["whole.tfrecord"], "--json").Expect(ExitCode.Done).Json.GetProperty("ok").GetBoolean());
    }
}
