using NasBench.Data;

namespace NasBench.Search.Tests;

/// <summary>The whole space with made-up values, shared by all tests.</summary>
internal static class SyntheticData
{
    public static Dataset Whole { get; } = BuiltinDataset.CreateSynthetic();

    public static Optima Optima { get; } = new(Whole);
}
