using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NasBench.Generators.Tests;

/// <summary>Runs the generator over source text as a compiler does. Every run is an incrementality test too: see <see cref="Run"/>.</summary>
internal static class GeneratorHost
{
    private static readonly MetadataReference[] References =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(SearchSpaceAttribute).Assembly.Location),
    ];

    private static readonly string[] StepNames =
        [TrackingNames.Declarations, TrackingNames.Specs, TrackingNames.Spaces, TrackingNames.Diagnostics];

    public static CSharpCompilation Compile(string source, LanguageVersion version = LanguageVersion.CSharp14)
    {
        SyntaxTree tree = Parse(source, version);
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: true,
            nullableContextOptions: NullableContextOptions.Enable)
            .WithSpecificDiagnosticOptions([new KeyValuePair<string, ReportDiagnostic>("CS1591", ReportDiagnostic.Warn)]);
        return CSharpCompilation.Create("Spaces", [tree], References, options);
    }

    public static SyntaxTree Parse(string source, LanguageVersion version = LanguageVersion.CSharp14)
        => CSharpSyntaxTree.ParseText(
            source,
            new CSharpParseOptions(version, DocumentationMode.Diagnose),
            "Source.cs",
            cancellationToken: TestContext.Current.CancellationToken);

    public static GeneratorDriver CreateDriver(LanguageVersion version = LanguageVersion.CSharp14)
        => CSharpGeneratorDriver.Create(
            [new SearchSpaceGenerator().AsSourceGenerator()],
            parseOptions: new CSharpParseOptions(version, DocumentationMode.Diagnose),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Generates, then again for a clone of the compilation: all steps must come from the cache, and none may hold a compiler object.</summary>
    public static GeneratorOutcome Run(string source, LanguageVersion version = LanguageVersion.CSharp14)
    {
        CSharpCompilation compilation = Compile(source, version);
        GeneratorDriver driver = CreateDriver(version).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        GeneratorRunResult first = driver.GetRunResult().Results.Single();
        Assert.Null(first.Exception);

        GeneratorRunResult second = driver.RunGenerators(compilation.Clone()).GetRunResult().Results.Single();
        Assert.All(StepReasons(second).Values.SelectMany(reasons => reasons), AssertFromCache);
        Assert.All(second.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs), step => AssertFromCache(step.Reason));
        Assert.Equal(TextsOf(first), TextsOf(second));
        IEnumerable<IncrementalGeneratorRunStep> steps = first.TrackedSteps.Where(step => StepNames.Contains(step.Key)).SelectMany(step => step.Value);
        foreach (object value in steps.SelectMany(step => step.Outputs).Select(output => output.Value))
        {
            ObjectGraph.AssertHoldsNoCompilerObject(value);
        }

        return new GeneratorOutcome(source, first, output);
    }

    /// <summary>Why each named step gave each of its outputs in this run.</summary>
    public static Dictionary<string, IncrementalStepRunReason[]> StepReasons(GeneratorRunResult result)
        => result.TrackedSteps
            .Where(step => StepNames.Contains(step.Key))
            .ToDictionary(step => step.Key, step => step.Value.SelectMany(run => run.Outputs).Select(output => output.Reason).ToArray());

    private static void AssertFromCache(IncrementalStepRunReason reason)
        => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"ran again: {reason}");

    private static IEnumerable<string> TextsOf(GeneratorRunResult result)
        => result.GeneratedSources.Select(source => source.HintName + "\n" + source.SourceText);
}
