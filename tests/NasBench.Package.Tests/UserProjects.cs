using NasBench.TestUtilities;

namespace NasBench.Package.Tests;

/// <summary>
/// Projects of users outside this repository that take the packages from the feed: one for each C# example of the README, and the consumer with spaces of its
/// own. They are restored and built once, by one command.
/// </summary>
public sealed class UserProjects : IDisposable
{
    private const string Consumer = "Consumer";

    private readonly TemporaryFolder _folder = new();
    private readonly CommandResult _build;

    /// <summary>Writes and builds all of them.</summary>
    public UserProjects(LocalFeed feed)
    {
        feed.WriteConfiguration(_folder.FullPath);
        string[] names = [.. Enumerable.Range(0, Markdown.Examples(Markdown.ReadMe).Count).Select(NameOf), Consumer];
        foreach (string name in names)
        {
            Directory.CreateDirectory(_folder[name]);
        }

        WriteFirstExample(feed);
        WritePrograms(feed);
        foreach (string file in Directory.EnumerateFiles(TestFiles.InRepository("tests", "NasBench.Package.Tests", Consumer)))
        {
            File.Copy(file, _folder[Consumer, Path.GetFileName(file)]);
        }

        IEnumerable<string> rows = names.Select(name => $"""<Project Path="{name}/{name}.csproj" />""");
        File.WriteAllText(_folder["All.slnx"], $"<Solution>{string.Concat(rows)}</Solution>");
        _build = Command.Dotnet(_folder.FullPath, "build", "All.slnx", "-c", "Release", $"-p:NasBenchVersion={feed.Version}");
    }

    /// <summary>Runs an example of the README.</summary>
    /// <returns>The lines it writes.</returns>
    public string[] RunExample(int number) => Command.Dotnet(_folder.FullPath, Built(NameOf(number))).Succeeded().Output.TrimEnd('\n').Split('\n');

    /// <summary>Runs the tests of the consumer.</summary>
    public CommandResult TestConsumer() => Command.Dotnet(_folder.FullPath, "test", Built(Consumer));

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private static string NameOf(int number) => $"Example{number}";

    /// <summary>The first example is put into a new project, as the SDK makes it, to which the package is added.</summary>
    private void WriteFirstExample(LocalFeed feed)
    {
        string folder = _folder[NameOf(0)];
        Command.Dotnet(folder, "new", "console", "--name", NameOf(0), "--output", ".", "--no-restore").Succeeded();
        Command.Dotnet(folder, "add", "package", "NasBench.Data", "--version", feed.Version, "--no-restore").Succeeded();
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Markdown.Examples(Markdown.ReadMe)[0]);
    }

    /// <summary>The others are files by themselves; the SDK says which project such a file stands for.</summary>
    private void WritePrograms(LocalFeed feed)
    {
        File.WriteAllText(_folder["program.cs"], feed.DirectivesOfAProgram);
        Command.Dotnet(_folder.FullPath, "project", "convert", "program.cs", "--output", "Converted").Succeeded();
        foreach ((int number, string program) in Markdown.Examples(Markdown.ReadMe).Index().Skip(1))
        {
            string name = NameOf(number);
            File.Copy(_folder["Converted", "program.csproj"], _folder[name, name + ".csproj"]);
            File.WriteAllText(_folder[name, "Program.cs"], program);
        }
    }

    private string Built(string name)
    {
        string path = _folder[name, "bin", "Release", "net10.0", name + ".dll"];
        Assert.True(File.Exists(path), $"{name} was not built:\n{_build.Output}{_build.Error}");
        return path;
    }
}
