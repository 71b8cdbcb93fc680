namespace NasBench.Generators.Tests;

/// <summary>The whole of <see cref="Nested.SevenVerticesFewEdges"/>.</summary>
public sealed class SevenVerticesFewEdgesSpaceTests() : WholeSpaceTests<Nested.SevenVerticesFewEdges>(7, 7, 11, "a", "b");
