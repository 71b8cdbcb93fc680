namespace NasBench;

/// <summary>Reads the generated table of the first digests, the MD5 of "(out-degree, in-degree, label)".</summary>
internal static class FirstDigests
{
    /// <summary>The label of the input vertex.</summary>
    public const int InputLabel = -1;

    /// <summary>The label of the output vertex.</summary>
    public const int OutputLabel = -2;

    /// <summary>The degrees of a vertex as one number.</summary>
    public static int Degrees(int outDegree, int inDegree) => (outDegree * Cell.MaxVertices) + inDegree;

    /// <summary>The 16 bytes of a digest.</summary>
    public static ReadOnlySpan<byte> Digest<TSpace>(int degrees, int label)
        where TSpace : ISearchSpace<TSpace>
    {
        int entry = (degrees * (TSpace.OperationCount + 2)) + label - OutputLabel;
        return TSpace.FirstRoundDigests.Slice(entry * ModuleHash.Size, ModuleHash.Size);
    }

    /// <summary>The label of a vertex of a pruned cell.</summary>
    public static int LabelOf(Cell pruned, int vertex)
        => vertex == 0 ? InputLabel : vertex == pruned.Vertices - 1 ? OutputLabel : pruned.OperationAt(vertex);
}
