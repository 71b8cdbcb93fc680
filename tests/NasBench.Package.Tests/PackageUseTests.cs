using NasBench.TestUtilities;

namespace NasBench.Package.Tests;

/// <summary>The packages do their work outside this repository, for one who follows the README.</summary>
[Trait("Category", "Package")]
[Collection(PackagesCollection.Name)]
public sealed class PackageUseTests(LocalFeed feed)
{
    private const string Comment = "// ";

    public static TheoryData<int> Programs => [.. Enumerable.Range(1, Markdown.Examples(Markdown.ReadMe).Count - 1)];

    /// <summary>
    /// The README's first C# example is a whole program: it runs as it is printed, in a new project with no using directive but those that the SDK adds.
    /// Each line that writes says in a comment what it writes.
    /// </summary>
    [Fact]
    public void ReadMeExample_InANewProject_PrintsWhatItsCommentsSay()
    {
        string example = Markdown.Examples(Markdown.ReadMe)[0];
        string[] expected =
        [
            .. example.Split('\n').Where(line => line.Contains("Console.WriteLine", StringComparison.Ordinal))
                .Select(line => line[(line.IndexOf("// ", StringComparison.Ordinal) + 3)..]),
        ];
        Assert.NotEmpty(expected);

        using TemporaryFolder folder = new();
        feed.WriteConfiguration(folder.FullPath);
        Command.Dotnet(folder.FullPath, "new", "console", "--name", "Example", "--output", ".", "--no-restore").Succeeded();
        Command.Dotnet(folder.FullPath, "add", "package", "NasBench.Data", "--version", feed.Version).Succeeded();
        File.WriteAllText(folder["Program.cs"], example);
        CommandResult result = Command.Dotnet(folder.FullPath, "run", "-c", "Release").Succeeded();
        Assert.Equal(expected, result.Output.TrimEnd('\n').Split('\n'));
    }

    /// <summary>
    /// Every further example is a whole program too: it runs as a file, with the package named in a first line, as the README says.
    /// Comments at its end say what it writes, or the last lines of that.
    /// </summary>
    [Theory]
    [MemberData(nameof(Programs))]
    public void ReadMeProgram_RunAsAFile_PrintsWhatItsLastCommentsSay(int number)
    {
        string program = Markdown.Examples(Markdown.ReadMe)[number];
        string[] expected =
        [
            .. program.TrimEnd('\n').Split('\n').Reverse().TakeWhile(line => line.StartsWith(Comment, StringComparison.Ordinal)).Reverse()
                .Select(line => line[Comment.Length..]),
        ];
        Assert.NotEmpty(expected);

        using TemporaryFolder folder = new();
        feed.WriteConfiguration(folder.FullPath);
        File.WriteAllText(folder["program.cs"], $"#:package NasBench.Data@{feed.Version}\n#:property InvariantGlobalization=true\n{program}");
        string[] output = Command.Dotnet(folder.FullPath, "run", "program.cs").Succeeded().Output.TrimEnd('\n').Split('\n');
        Assert.Equal(expected, output.TakeLast(expected.Length));
    }

    [Fact]
    public void Consumer_DeclaresItsOwnSpaces_PassesItsTests()
    {
        using TemporaryFolder folder = new();
        foreach (string file in Directory.EnumerateFiles(TestFiles.InRepository("tests", "NasBench.Package.Tests", "Consumer")))
        {
            File.Copy(file, folder[Path.GetFileName(file)]);
        }

        feed.WriteConfiguration(folder.FullPath);
        CommandResult result = Command.Dotnet(folder.FullPath, "test", "Consumer.csproj", "-c", "Release", $"-p:NasBenchVersion={feed.Version}").Succeeded();
        Assert.Matches(@"Failed:\s+0, Passed:\s+[1-9][0-9]*, Skipped:\s+0", result.Output);
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
