namespace NasBench.Core.Tests.Spaces;

/// <summary>The promises of a space that first hash all of it.</summary>
public abstract class HashedSpaceContract<TSpace> : SpaceContract<TSpace>
    where TSpace : ISearchSpace<TSpace>
{
    [Fact]
    public void TryFind_EveryHash_ItsIndex() => AssertFindsAll();

    [Fact]
    public void TryFind_HashWithOneBitChanged_NotFound()
    {
        int step = Math.Max(1, Expected.Length / 500);
        for (int index = 0; index < Expected.Length; index += step)
        {
            UInt128 bits = ToBits(Space<TSpace>.HashAt(index));
            for (int bit = 0; bit < 128; bit++)
            {
                UInt128 changed = bits ^ (UInt128.One << bit);

                Assert.False(Space<TSpace>.TryFind(new ModuleHash((ulong)(changed >> 64), (ulong)changed), out int found));
                Assert.Equal(-1, found);
            }
        }

        Assert.False(Space<TSpace>.TryFind(default, out _));
        Assert.False(Space<TSpace>.TryFind(new ModuleHash(ulong.MaxValue, ulong.MaxValue), out _));
    }

    private static UInt128 ToBits(ModuleHash hash) => new(hash.High, hash.Low);
}
