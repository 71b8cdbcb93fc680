namespace NasBench.Generators;

/// <summary>What an attribute came to: a spec, or what is wrong with it. Neither where the compiler already reports an error.</summary>
internal sealed record ParsedDeclaration(SearchSpaceSpec? Spec, EquatableArray<DiagnosticInfo> Diagnostics);
