using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace NasBench.Data;

/// <summary>Checks the hashes of many cells at once.</summary>
internal static class TrueHashes
{
    private const int ChunkSize = 4096;

    /// <summary>XxHash128 of all hashes of the space in the order of indices, 16 bytes each as two little-endian numbers. A test computes it anew.</summary>
    internal static readonly UInt128 SpaceDigest = new(0x3F2A5CF1D29A2671, 0xCF56773D8DF17CA4);

    /// <summary>Whether some cells have the given hashes. A fraction of a millisecond for the whole space, else half a microsecond or more per cell.</summary>
    /// <param name="indices">The cells.</param>
    /// <param name="hashes">Their hashes, in step.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static bool AreThoseOf(ReadOnlySpan<int> indices, ReadOnlySpan<ModuleHash> hashes, CancellationToken cancellationToken)
    {
        // The whole space has only one right list of hashes, so that its digest tells what computing all of them would.
        return (indices.Length == Space<Nas101>.Count && DigestOf(hashes) == SpaceDigest) || AreComputed(indices, hashes, cancellationToken);
    }

    /// <summary>The digest of a list of hashes; meaningless on a big-endian machine, where they are computed instead.</summary>
    internal static UInt128 DigestOf(ReadOnlySpan<ModuleHash> hashes) => XxHash128.HashToUInt128(MemoryMarshal.AsBytes(hashes));

    private static bool AreComputed(ReadOnlySpan<int> indices, ReadOnlySpan<ModuleHash> hashes, CancellationToken cancellationToken)
    {
        var cells = new Cell[Math.Min(ChunkSize, indices.Length)];
        var computed = new ModuleHash[cells.Length];
        for (int start = 0; start < indices.Length; start += ChunkSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int count = Math.Min(ChunkSize, indices.Length - start);
            for (int i = 0; i < count; i++)
            {
                cells[i] = Space<Nas101>.CellAt(indices[start + i]);
            }

            ModuleHasher.Hash(cells.AsSpan(0, count), computed);
            if (!computed.AsSpan(0, count).SequenceEqual(hashes.Slice(start, count)))
            {
                return false;
            }
        }

        return true;
    }
}
