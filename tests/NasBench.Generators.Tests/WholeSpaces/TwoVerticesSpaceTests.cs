namespace NasBench.Generators.Tests;

/// <summary>The whole of <see cref="TwoVertices"/>.</summary>
public sealed class TwoVerticesSpaceTests() : WholeSpaceTests<TwoVertices>(2, 1, 1, "only");
