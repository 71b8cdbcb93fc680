namespace NasBench.Generators;

/// <summary>One file for the compilation.</summary>
internal sealed record GeneratedFile(string HintName, string Text);
