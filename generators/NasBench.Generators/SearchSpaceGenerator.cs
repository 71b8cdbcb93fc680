using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NasBench.Generators;

/// <summary>Completes each type with <c>[SearchSpace]</c>: vocabulary, adjacency type, relabelling and topology tables, first-round digests.</summary>
/// <remarks>
/// Attribute -> <see cref="ParsedDeclaration"/> (cheap, runs on edits) -> <see cref="SpaceModel"/> (the tables; runs only when a spec changes) -> text.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed partial class SearchSpaceGenerator : IIncrementalGenerator
{
    private const string AttributeName = "NasBench.SearchSpaceAttribute";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ParsedDeclaration> declarations = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeName,
                static (node, _) => node is TypeDeclarationSyntax,
                static (attribute, cancellationToken) => Parser.Parse(attribute, cancellationToken))
            .WithTrackingName(TrackingNames.Declarations);

        IncrementalValuesProvider<SearchSpaceSpec> specs = declarations
            .Where(static declaration => declaration.Spec is not null)
            .Select(static (declaration, _) => declaration.Spec!)
            .WithTrackingName(TrackingNames.Specs);

        IncrementalValuesProvider<SpaceModel> spaces = specs
            .Select(static (spec, cancellationToken) => SpaceModel.Create(spec, cancellationToken))
            .WithTrackingName(TrackingNames.Spaces);

        IncrementalValuesProvider<DiagnosticInfo> diagnostics = declarations
            .SelectMany(static (declaration, _) => declaration.Diagnostics.AsSpan().ToArray())
            .WithTrackingName(TrackingNames.Diagnostics);

        IncrementalValuesProvider<DiagnosticInfo> takenTags = declarations
            .Collect()
            .SelectMany(static (all, _) => TagCheck.FindTaken(all))
            .WithTrackingName(TrackingNames.TakenTags);

        context.RegisterSourceOutput(spaces, static (output, space) => AddSources(output, space));
        context.RegisterSourceOutput(diagnostics, static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
        context.RegisterSourceOutput(takenTags, static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
    }

    private static void AddSources(SourceProductionContext output, SpaceModel space)
    {
        foreach (GeneratedFile file in SpaceFiles.Emit(space))
        {
            output.CancellationToken.ThrowIfCancellationRequested();
            output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));
        }
    }
}
