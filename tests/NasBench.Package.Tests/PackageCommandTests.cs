using NasBench.TestUtilities;

namespace NasBench.Package.Tests;

/// <summary>What a user can do with the packages without a project.</summary>
[Trait("Category", "Package")]
public sealed class PackageCommandTests(LocalFeed feed)
{
    /// <summary>
    /// A program of the README runs as a file, with the package named in a first line, as the README says. The last one stands for all, which are built as the
    /// projects that such files stand for: it needs the source generator too.
    /// </summary>
    [Fact]
    public void ReadMeProgram_RunAsAFile_PrintsWhatItsLastCommentsSay()
    {
        string program = Markdown.Examples(Markdown.ReadMe)[^1];
        using TemporaryFolder folder = new();
        feed.WriteConfiguration(folder.FullPath);
        File.WriteAllText(folder["program.cs"], feed.DirectivesOfAProgram + program);
        string[] output = Command.Dotnet(folder.FullPath, "run", "program.cs").Succeeded().Output.TrimEnd('\n').Split('\n');
        Assert.Equal(Markdown.LastComments(program), output);
    }

    [Fact]
    public void Tool_InstalledFromThePackage_Answers()
    {
        using TemporaryFolder folder = new();
        feed.WriteConfiguration(folder.FullPath);
        Command.Dotnet(folder.FullPath, "tool", "install", LocalFeed.Tool, "--version", feed.Version, "--tool-path", "tools").Succeeded();
        string program = folder["tools", OperatingSystem.IsWindows() ? "nasbench.exe" : "nasbench"];
        string answer = Command.Run(program, folder.FullPath, "inspect", "--matrix", "0100", "--ops", "input,output", "--json").Succeeded().Output;
        Assert.Contains("043721b9c7fe8c5fad811d47d83132ec", answer, StringComparison.Ordinal);
    }
}
