namespace NasBench;

/// <summary>
/// The hash index of NAS-Bench-101 as the assembly holds it (1.26 MB), so that a process can find a hash without hashing the whole space first.
/// </summary>
/// <remarks>It is read in place: a look-up touches two pages. Immutable, thread-safe.</remarks>
internal static unsafe class StoredHashIndex
{
    public const string ResourceName = "NasBench.Nas101.hashindex";

    private static readonly HashIndex s_nas101 = Open();

    /// <summary>The index of a space; null where the assembly holds none.</summary>
    public static HashIndex? Of<TSpace>()
        where TSpace : ISearchSpace<TSpace> =>
        typeof(TSpace) == typeof(Nas101) ? s_nas101 : null;

    private static HashIndex Open()
    {
        // The resources of an assembly lie in its image, in memory that never moves.
        var stream = (UnmanagedMemoryStream)typeof(StoredHashIndex).Assembly.GetManifestResourceStream(ResourceName)!;
        var index = new HashIndex(stream.PositionPointer, stream.Length, stream);
        return index.Count == Nas101.CellCount ? index : throw new InvalidDataException($"a hash index of {index.Count} cells, expected {Nas101.CellCount}");
    }
}
