namespace NasBench.Generators.Tests;

/// <summary>The tables of <see cref="TwoVertices"/>.</summary>
public sealed class TwoVerticesTableTests() : SpaceTableTests<TwoVertices>(2, 1, "only");
