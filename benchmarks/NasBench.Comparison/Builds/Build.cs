using NasBench.BenchmarkUtilities;

namespace NasBench.Comparison;

/// <summary>A way to build the command <c>nasbench</c>.</summary>
/// <param name="Name">As tables call it.</param>
/// <param name="InstructionSet">For a native build: what the compiler may use; null for the .NET runtime, which decides at start.</param>
internal sealed record Build(string Name, string? InstructionSet)
{
    /// <summary>By the .NET runtime.</summary>
    public static Build Jit { get; } = new("JIT", null);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Build> All { get; } = [Jit, new Build("AOT", ""), new Build("AOT-v3", "x86-64-v3")];

    /// <summary>Whether the instruction sets can be chosen at start.</summary>
    public bool HasSwitches => InstructionSet is null;

    /// <summary>Under which instruction sets it is measured.</summary>
    public IReadOnlyList<InstructionSet> Sets => HasSwitches ? BenchmarkUtilities.InstructionSet.All : [BenchmarkUtilities.InstructionSet.Full];

    private string NativeFile => Path.Combine(Folders.Work, Name, OperatingSystem.IsWindows() ? "nasbench.exe" : "nasbench");

    /// <summary>The words that start it; a native build is published unless it is there.</summary>
    public IReadOnlyList<string> Program()
    {
        if (InstructionSet is null)
        {
            return ["dotnet", Path.Combine(AppContext.BaseDirectory, "nasbench.dll")];
        }

        if (!File.Exists(NativeFile))
        {
            Publish(Path.Combine(Folders.Repository, "src", "NasBench.Cli"), Path.GetDirectoryName(NativeFile)!, InstructionSet);
        }

        return [NativeFile];
    }

    /// <summary>A native program that does nothing: how long a process takes to start and end.</summary>
    public static IReadOnlyList<string> EmptyProgram()
    {
        string file = Path.Combine(Folders.Work, "empty", OperatingSystem.IsWindows() ? "empty.exe" : "empty");
        if (!File.Exists(file))
        {
            DirectoryInfo source = Directory.CreateTempSubdirectory("nasbench-empty-");
            try
            {
                File.WriteAllText(Path.Combine(source.FullName, "empty.csproj"), """
                    <Project Sdk="Microsoft.NET.Sdk">
                      <PropertyGroup>
                        <OutputType>Exe</OutputType>
                        <TargetFramework>net10.0</TargetFramework>
                        <InvariantGlobalization>true</InvariantGlobalization>
                      </PropertyGroup>
                    </Project>
                    """);
                File.WriteAllText(Path.Combine(source.FullName, "Program.cs"), "return 0;");
                Publish(source.FullName, Path.GetDirectoryName(file)!, "");
            }
            finally
            {
                source.Delete(recursive: true);
            }
        }

        return [file];
    }

    private static void Publish(string project, string folder, string instructionSet)
    {
        List<string> words = ["dotnet", "publish", project, "-c", "Release", "-p:PublishAot=true", "-o", folder, "--nologo", "-v", "q"];
        if (instructionSet.Length > 0)
        {
            words.Add($"-p:IlcInstructionSet={instructionSet}");
        }

        Console.WriteLine($"publishing {folder}");
        Programs.Run(words);
    }
}
