namespace NasBench.ReadMe.Tests;

/// <summary>A fenced block of the README: its language and its lines.</summary>
internal sealed record CodeBlock(string Language, IReadOnlyList<string> Lines);
