namespace NasBench.Generators;

/// <summary>What an attribute came to: a spec, or what is wrong with it. Neither where the compiler already reports an error.</summary>
/// <param name="Spec">The declaration, if it was accepted.</param>
/// <param name="Place">Where the declared type has its name.</param>
/// <param name="Diagnostics">What is wrong.</param>
internal sealed record ParsedDeclaration(SearchSpaceSpec? Spec, SourcePlace? Place, EquatableArray<DiagnosticInfo> Diagnostics);
