namespace NasBench.Generators.Tests;

/// <summary>The tables of <see cref="FiveVerticesFourOperations"/>.</summary>
public sealed class FiveVerticesFourOperationsTableTests() : SpaceTableTests<FiveVerticesFourOperations>(5, 7, "größe", "sep5x5", "skip", "dil3x3");
