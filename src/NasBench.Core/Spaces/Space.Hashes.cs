namespace NasBench;

public static partial class Space<TSpace>
{
    /// <summary>Cells hashed between two looks at the cancellation token.</summary>
    private const int HashChunk = 4096;

    /// <summary>Hashes looked up one by one before the whole space is hashed, which then costs less than going on.</summary>
    private const int FewLookUps = 65_536;

    private static readonly Lock s_hashLock = new();
    private static int s_lookUps;
    private static SpaceHashes? s_hashes;

    /// <summary>The module hash of an index.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <returns>The hash of the representative, hence of the whole class.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The index is not in the space.</exception>
    /// <remarks>A read once the hashes of the space are there (<see cref="PrepareHashes"/>), else one hash computation: microseconds.</remarks>
    public static ModuleHash HashAt(int index)
    {
        IndexCheck.ThrowIfOutside<TSpace>(index);
        if (Volatile.Read(ref s_hashes) is { } hashes)
        {
            return hashes[index];
        }

        ModuleHasher.TryHash<TSpace>(CellAt(index), out ModuleHash hash);
        return hash;
    }

    /// <summary>Finds the cell with a module hash.</summary>
    /// <param name="hash">Any hash.</param>
    /// <param name="index">The index of the class with that hash, or -1.</param>
    /// <returns>Whether there is one in the space.</returns>
    /// <remarks>
    /// Three dependent reads once the hashes of the space are there (<see cref="PrepareHashes"/>). Before that, <see cref="Nas101"/> has one candidate for each
    /// hash, which is then hashed: microseconds; after many thousand such calls, and for other spaces at the first call, the whole space is hashed.
    /// </remarks>
    public static bool TryFind(ModuleHash hash, out int index)
    {
        index = Volatile.Read(ref s_hashes) is { } hashes ? hashes.Find(hash) : FindFew(hash);
        return index >= 0;
    }

    /// <summary>Finds the cells with many module hashes.</summary>
    /// <param name="hashes">Any hashes.</param>
    /// <param name="indices">Receives an index for each hash, -1 where the space has no cell with it.</param>
    /// <returns>The number of hashes found.</returns>
    /// <exception cref="ArgumentException"><paramref name="indices"/> is shorter than <paramref name="hashes"/>.</exception>
    /// <remarks>As <see cref="TryFind"/> for each of them.</remarks>
    public static int Find(ReadOnlySpan<ModuleHash> hashes, Span<int> indices)
    {
        if (indices.Length < hashes.Length)
        {
            throw new ArgumentException($"needs {hashes.Length} entries, has {indices.Length}", nameof(indices));
        }

        if (hashes.Length >= FewLookUps)
        {
            PrepareHashes();
        }

        SpaceHashes? space = Volatile.Read(ref s_hashes);
        int found = 0;
        for (int i = 0; i < hashes.Length; i++)
        {
            indices[i] = space is not null ? space.Find(hashes[i]) : FindFew(hashes[i]);
            found += ~indices[i] >>> 31;
        }

        return found;
    }

    /// <summary>Computes the hashes of the whole space and an index of them, once per process; later calls return at once.</summary>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work; nothing is kept then.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// Up to a few seconds of one core, 16 bytes per cell for the hashes and 3 for their index. Concurrent callers wait for the one at work.
    /// </remarks>
    public static void PrepareHashes(IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        if (Volatile.Read(ref s_hashes) is null)
        {
            BuildHashes(progress, cancellationToken);
        }
    }

    /// <summary>
    /// Hashes the cells with indices 0 to <paramref name="count"/> - 1. In the order of indices, neighbours have the same topology,
    /// which hashing makes use of.
    /// </summary>
    internal static ModuleHash[] ComputeHashes(int count, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var hashes = new ModuleHash[count];
        var cells = new Cell[Math.Min(HashChunk, count)];
        CellSequence<TSpace>.Enumerator source = Cells.GetEnumerator();
        for (int start = 0; start < count; start += HashChunk)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Span<Cell> chunk = cells.AsSpan(0, Math.Min(HashChunk, count - start));
            foreach (ref Cell cell in chunk)
            {
                source.MoveNext();
                cell = source.Current;
            }

            ModuleHasher.Hash<TSpace>(chunk, hashes.AsSpan(start));
            progress?.Report((double)(start + chunk.Length) / count);
        }

        return hashes;
    }

    /// <summary>The index of a hash, or -1, while the space is not hashed yet and hashing it may not be worth the time.</summary>
    internal static int FindFew(ModuleHash hash)
    {
        if (StoredHashIndex.Of<TSpace>() is { } stored && Interlocked.Increment(ref s_lookUps) is > 0 and <= FewLookUps)
        {
            int candidate = stored.Candidate(hash);
            return HashAt(candidate) == hash ? candidate : -1;
        }

        return BuildHashes(null, CancellationToken.None).Find(hash);
    }

    private static SpaceHashes BuildHashes(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        lock (s_hashLock)
        {
            if (s_hashes is { } built)
            {
                return built;
            }

            ModuleHash[] hashes = ComputeHashes(Count, progress, cancellationToken);
            var found = new SpaceHashes(hashes, StoredHashIndex.Of<TSpace>() ?? HashIndex.Build(hashes));
            Volatile.Write(ref s_hashes, found);
            return found;
        }
    }
}
