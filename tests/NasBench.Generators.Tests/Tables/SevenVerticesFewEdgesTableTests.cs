namespace NasBench.Generators.Tests;

/// <summary>The tables of <see cref="Nested.SevenVerticesFewEdges"/>.</summary>
public sealed class SevenVerticesFewEdgesTableTests() : SpaceTableTests<Nested.SevenVerticesFewEdges>(7, 7, "a", "b");
