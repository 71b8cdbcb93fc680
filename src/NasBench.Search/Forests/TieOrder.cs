namespace NasBench.Search;

/// <summary>A random order by which ties are broken: of equals the one with the lower key comes first.</summary>
/// <param name="Salt">Another number gives another order.</param>
internal readonly record struct TieOrder(ulong Salt)
{
    /// <summary>The key of a place.</summary>
    public ulong KeyOf(int place) => new SplitMix64(Salt + (ulong)place).Next();
}
