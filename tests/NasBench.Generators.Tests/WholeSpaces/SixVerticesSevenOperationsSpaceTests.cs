namespace NasBench.Generators.Tests;

/// <summary>The whole of <see cref="SixVerticesSevenOperations"/>.</summary>
public sealed class SixVerticesSevenOperationsSpaceTests()
    : WholeSpaceTests<SixVerticesSevenOperations>(6, 15, 1009, "op0", "op1", "op2", "op3", "op4", "op5", "op6");
