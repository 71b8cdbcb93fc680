namespace NasBench.Generators.Tests;

/// <summary>The whole of <see cref="FiveVerticesFourOperations"/>.</summary>
public sealed class FiveVerticesFourOperationsSpaceTests() : WholeSpaceTests<FiveVerticesFourOperations>(5, 7, 7, "größe", "sep5x5", "skip", "dil3x3");
