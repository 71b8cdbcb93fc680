namespace NasBench;

public static partial class Space<TSpace>
{
    /// <summary>Finds the cells whose module hash begins with some digits.</summary>
    /// <param name="digits">1 to 32 hexadecimal digits, upper or lower case.</param>
    /// <param name="indices">Receives the indices of the classes found, ascending, as many as fit.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1, where the space has to be hashed first.</param>
    /// <param name="cancellationToken">Stops that hashing.</param>
    /// <returns>The number of all classes found, which may be larger than <paramref name="indices"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="digits"/> are none, too many, or not hexadecimal.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>The first call hashes the space (<see cref="PrepareHashes"/>); then one pass over all hashes, under a millisecond. Thread-safe.</remarks>
    public static int FindPrefix(
        ReadOnlySpan<char> digits, Span<int> indices, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        Span<char> padded = stackalloc char[ModuleHash.TextLength];
        padded.Fill('0');
        if (digits.IsEmpty || !digits.TryCopyTo(padded) || !ModuleHash.TryParse(padded, null, out ModuleHash first))
        {
            throw new ArgumentException($"expected 1 to {ModuleHash.TextLength} hexadecimal digits, not '{digits}'", nameof(digits));
        }

        UInt128 mask = UInt128.MaxValue << (4 * (ModuleHash.TextLength - digits.Length));
        (ulong high, ulong low) = ((ulong)(mask >> 64), (ulong)mask);
        SpaceHashes hashes = Volatile.Read(ref s_hashes) ?? BuildHashes(progress, cancellationToken);
        int found = 0;
        for (int index = 0; index < Count; index++)
        {
            ModuleHash hash = hashes[index];
            if ((hash.High & high) == first.High && (hash.Low & low) == first.Low)
            {
                if (found < indices.Length)
                {
                    indices[found] = index;
                }

                found++;
            }
        }

        return found;
    }
}
