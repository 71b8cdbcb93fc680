using NasBench.TestUtilities;

namespace NasBench.Architecture.Tests;

/// <summary>References between projects run downward.</summary>
[Trait("Category", "Once")]
public class ProjectReferenceTests
{
    public static TheoryData<string> Projects => [.. SourceTree.AllProjects().Select(SourceTree.NameOf)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void References_Project_RunDownward(string project)
    {
        string[] faults = [.. ProjectReferences.Faults(project, File.ReadAllText(TestFiles.InRepository(project)))];

        Assert.True(faults.Length == 0, $"references that no layer allows:\n{string.Join('\n', faults)}");
    }

    [Fact]
    public void All_Layers_UseOnlyLowerOnes()
    {
        HashSet<string> lower = [];
        foreach (ProjectLayer layer in ProjectLayer.All)
        {
            Assert.All(layer.Uses, used => Assert.Contains(used, lower));
            Assert.True(lower.Add(layer.Name), $"{layer.Name} stands there twice");
        }
    }

    [Theory]
    [InlineData("src/NasBench.Data/NasBench.Data.csproj", "../NasBench.Core/NasBench.Core.csproj", null)]
    [InlineData("src/NasBench.Core/NasBench.Core.csproj", "../../generators/NasBench.Generators/NasBench.Generators.csproj", null)]
    [InlineData("src/NasBench.Cli/NasBench.Cli.csproj", @"..\NasBench.Core\NasBench.Core.csproj", null)]
    [InlineData("benchmarks/NasBench.Comparison/NasBench.Comparison.csproj", "../../src/NasBench.Cli/NasBench.Cli.csproj", null)]
    [InlineData("tests/NasBench.Cli.Tests/NasBench.Cli.Tests.csproj", "../../src/NasBench.Cli/NasBench.Cli.csproj", null)]
    [InlineData(
        "src/NasBench.Core/NasBench.Core.csproj", @"..\NasBench.Data\NasBench.Data.csproj",
        "NasBench.Core -> NasBench.Data (src/NasBench.Core/NasBench.Core.csproj references src/NasBench.Data)")]
    [InlineData(
        "src/NasBench.Native/NasBench.Native.csproj", "../NasBench.Export/NasBench.Export.csproj",
        "NasBench.Native -> NasBench.Export (src/NasBench.Native/NasBench.Native.csproj references src/NasBench.Export)")]
    [InlineData(
        "src/NasBench.Cli/NasBench.Cli.csproj", "../NasBench.Training/NasBench.Training.csproj",
        "NasBench.Cli -> NasBench.Training (src/NasBench.Cli/NasBench.Cli.csproj references src/NasBench.Training)")]
    [InlineData(
        "src/NasBench.Bench/NasBench.Bench.csproj", "../../benchmarks/NasBench.BenchmarkUtilities/NasBench.BenchmarkUtilities.csproj",
        "NasBench.Bench -> NasBench.BenchmarkUtilities (src/NasBench.Bench/NasBench.Bench.csproj references benchmarks/NasBench.BenchmarkUtilities)")]
    [InlineData(
        "benchmarks/NasBench.Benchmarks/NasBench.Benchmarks.csproj", "../../tests/NasBench.TestUtilities/NasBench.TestUtilities.csproj",
        "NasBench.Benchmarks -> NasBench.TestUtilities (benchmarks/NasBench.Benchmarks/NasBench.Benchmarks.csproj references tests/NasBench.TestUtilities)")]
    public void Faults_OneReference_ToldIfItRunsUpward(string project, string reference, string? expected)
    {
        string xml = $"""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><ProjectReference Include="{reference}" /></ItemGroup></Project>""";

        Assert.Equal(expected is null ? [] : [expected], ProjectReferences.Faults(project, xml));
    }

    [Fact]
    public void Faults_ProjectThatNoLayerHolds_Told() => Assert.Equal(
        ["NasBench.Attic has no place in the layers of projects (src/NasBench.Attic/NasBench.Attic.csproj)"],
        ProjectReferences.Faults("src/NasBench.Attic/NasBench.Attic.csproj", "<Project />"));
}
