namespace NasBench.Generators;

/// <summary>One level of the declared type's nesting: <c>struct</c>, <c>record</c> ... and the name as source writes it.</summary>
internal sealed record TypeSpec(string Keyword, string Name);
