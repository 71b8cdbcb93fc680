namespace NasBench.Generators.Tests;

/// <summary>The whole of <see cref="ThreeVertices"/>.</summary>
public sealed class ThreeVerticesSpaceTests() : WholeSpaceTests<ThreeVertices>(3, 3, 1, "conv", "pool");
