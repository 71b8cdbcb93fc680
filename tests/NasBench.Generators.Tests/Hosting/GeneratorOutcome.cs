using Microsoft.CodeAnalysis;

namespace NasBench.Generators.Tests;

/// <summary>What the generator made of a source.</summary>
internal sealed record GeneratorOutcome(string Source, GeneratorRunResult Result, Compilation Output)
{
    /// <summary>The generated files by hint name.</summary>
    public IReadOnlyDictionary<string, string> Files { get; } = Result.GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText.ToString());

    /// <summary>The generator accepted the source, and the whole compiles without a warning.</summary>
    public GeneratorOutcome AssertCompiles()
    {
        Assert.Empty(Result.Diagnostics);
        Assert.NotEmpty(Files);
        Assert.Empty(Output.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden));
        return this;
    }

    /// <summary>The generator reports this and nothing else, under this text, and generates nothing.</summary>
    public Diagnostic AssertDiagnostic(string id, string squiggled)
    {
        Diagnostic diagnostic = Assert.Single(Result.Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(squiggled, TextAt(diagnostic));
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Empty(Files);
        return diagnostic;
    }

    /// <summary>The text under a diagnostic.</summary>
    public string TextAt(Diagnostic diagnostic)
    {
        Assert.Equal("Source.cs", diagnostic.Location.GetLineSpan().Path);
        return Source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length);
    }
}
