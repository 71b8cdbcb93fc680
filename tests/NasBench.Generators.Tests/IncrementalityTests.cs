using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NasBench.Generators.Tests;

public sealed class IncrementalityTests
{
    private const string Source =
        """
        [NasBench.SearchSpace(MaxVertices = 5, Operations = ["a", "b"])]
        partial struct Space;

        class Other;
        """;

    [Fact]
    public void Generator_AnotherFileAdded_KeepsEverything()
    {
        Dictionary<string, IncrementalStepRunReason[]> reasons = RunTwice(
            Source,
            compilation => compilation.AddSyntaxTrees(GeneratorHost.Parse("class Added;")));

        AssertAll(reasons, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
    }

    [Fact]
    public void Generator_UnrelatedTypeInSameFileEdited_KeepsTheTables()
    {
        Dictionary<string, IncrementalStepRunReason[]> reasons = RunTwice(Source, Edit("class Other;", "class Other { int field; }"));

        AssertAll(reasons, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
        Assert.Equal([IncrementalStepRunReason.Cached], reasons[TrackingNames.Spaces]);
    }

    [Fact]
    public void Generator_LinesInsertedAbove_KeepsTheTables()
    {
        Dictionary<string, IncrementalStepRunReason[]> reasons = RunTwice(Source, Edit("[NasBench", "// a comment\n\n[NasBench"));

        Assert.Equal([IncrementalStepRunReason.Cached], reasons[TrackingNames.Spaces]);
    }

    [Fact]
    public void Generator_OperationRenamed_RunsAgain()
    {
        Dictionary<string, IncrementalStepRunReason[]> reasons = RunTwice(Source, Edit("\"b\"", "\"c\""));

        Assert.Equal([IncrementalStepRunReason.Modified], reasons[TrackingNames.Spaces]);
    }

    [Fact]
    public void Generator_LimitChanged_RunsAgain()
    {
        Dictionary<string, IncrementalStepRunReason[]> reasons = RunTwice(Source, Edit("MaxVertices = 5", "MaxVertices = 4"));

        Assert.Equal([IncrementalStepRunReason.Modified], reasons[TrackingNames.Spaces]);
    }

    [Fact]
    public void Generator_SecondSpaceAdded_KeepsTheFirst()
    {
        Dictionary<string, IncrementalStepRunReason[]> reasons = RunTwice(
            Source,
            Edit("class Other;", "[NasBench.SearchSpace(MaxVertices = 3, Operations = [\"a\"])] partial struct Second;"));

        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.New], reasons[TrackingNames.Spaces]);
    }

    [Fact]
    public void Generator_AttributeRemoved_RemovesTheFiles()
    {
        CSharpCompilation compilation = GeneratorHost.Compile(Source);
        GeneratorDriver driver = GeneratorHost.CreateDriver().RunGenerators(compilation);
        Assert.NotEmpty(driver.GetRunResult().GeneratedTrees);

        driver = driver.RunGenerators(Edit("[NasBench.SearchSpace(MaxVertices = 5, Operations = [\"a\", \"b\"])]", "")(compilation));

        Assert.Empty(driver.GetRunResult().GeneratedTrees);
    }

    [Fact]
    public void Generator_FaultMended_ReplacesDiagnosticBySource()
    {
        CSharpCompilation compilation = GeneratorHost.Compile(Source.Replace("5", "9", StringComparison.Ordinal));
        GeneratorDriver driver = GeneratorHost.CreateDriver().RunGenerators(compilation);
        Assert.Single(driver.GetRunResult().Diagnostics);

        driver = driver.RunGenerators(Edit("9", "5")(compilation));

        Assert.Empty(driver.GetRunResult().Diagnostics);
        Assert.NotEmpty(driver.GetRunResult().GeneratedTrees);
    }

    [Fact]
    public void Build_Cancelled_Stops()
    {
        var limits = new LimitSpec(7, 9, 3);

        Assert.Throws<OperationCanceledException>(() => SpaceTables.Build(limits, new CancellationToken(canceled: true)));
        Assert.Throws<OperationCanceledException>(() => TopologyList.Fits(limits, new CancellationToken(canceled: true)));
    }

    private static Func<CSharpCompilation, CSharpCompilation> Edit(string before, string after)
        => compilation =>
        {
            SyntaxTree tree = compilation.SyntaxTrees.Single();
            string text = tree.ToString();
            Assert.Contains(before, text, StringComparison.Ordinal);
            return compilation.ReplaceSyntaxTree(tree, GeneratorHost.Parse(text.Replace(before, after, StringComparison.Ordinal)));
        };

    private static Dictionary<string, IncrementalStepRunReason[]> RunTwice(string source, Func<CSharpCompilation, CSharpCompilation> edit)
    {
        CSharpCompilation compilation = GeneratorHost.Compile(source);
        GeneratorDriver driver = GeneratorHost.CreateDriver().RunGenerators(compilation);
        driver = driver.RunGenerators(edit(compilation));
        return GeneratorHost.StepReasons(driver.GetRunResult().Results.Single());
    }

    private static void AssertAll(Dictionary<string, IncrementalStepRunReason[]> reasons, params IncrementalStepRunReason[] allowed)
        => Assert.All(reasons.Values.SelectMany(list => list), reason => Assert.Contains(reason, allowed));
}
