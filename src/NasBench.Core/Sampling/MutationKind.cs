namespace NasBench;

/// <summary>How a cell is changed at random: the definitions in use.</summary>
public enum MutationKind : byte
{
    /// <summary>
    /// As in the NAS-Bench-101 paper (supplement S2.2): of the 21 edges and 5 interior vertices of the raw cell one is chosen uniformly;
    /// an edge is flipped, a vertex gets one of the other operations. Tried again until the result is valid.
    /// </summary>
    Paper,

    /// <summary>
    /// As <c>mutate_spec</c> in the original's notebook: each edge is flipped with probability rate / 7, and each interior vertex gets one of the other
    /// operations with probability rate / 5. Tried again, from the parent, until the result is valid.
    /// </summary>
    Notebook,

    /// <summary>
    /// As <c>adj_mutate</c> in naszilla: each edge is flipped with probability rate / 21, and each interior vertex gets one of the other operations with
    /// probability rate / 5. Tried again, from the parent, until the result is valid.
    /// </summary>
    Naszilla,

    /// <summary>
    /// As in nas_benchmarks (<c>run_regularized_evolution.py</c>, configuration space A): of the 26 parameters one is chosen uniformly and gets another value,
    /// as in <see cref="Paper"/>, but only one attempt is made: the result need not be valid.
    /// </summary>
    NasBenchmarks,
}
