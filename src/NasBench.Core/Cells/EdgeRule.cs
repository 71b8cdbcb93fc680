namespace NasBench;

/// <summary>On which graph the limit on edges is checked.</summary>
public enum EdgeRule : byte
{
    /// <summary>On the pruned graph, as the original NAS-Bench-101 does.</summary>
    AfterPruning,

    /// <summary>On the graph as given, as nas_benchmarks and HPOBench do: a stricter rule.</summary>
    BeforePruning,
}
