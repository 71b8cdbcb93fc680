namespace NasBench.Generators.Tests;

/// <summary>The tables of <see cref="SixVerticesSevenOperations"/>.</summary>
public sealed class SixVerticesSevenOperationsTableTests()
    : SpaceTableTests<SixVerticesSevenOperations>(6, 15, "op0", "op1", "op2", "op3", "op4", "op5", "op6");
