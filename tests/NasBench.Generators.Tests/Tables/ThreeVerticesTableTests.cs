namespace NasBench.Generators.Tests;

/// <summary>The tables of <see cref="ThreeVertices"/>.</summary>
public sealed class ThreeVerticesTableTests() : SpaceTableTests<ThreeVertices>(3, 3, "conv", "pool");
