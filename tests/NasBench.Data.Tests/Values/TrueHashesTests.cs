namespace NasBench.Data.Tests.Values;

public sealed class TrueHashesTests
{
    private static readonly ModuleHash[] s_hashes = Space<Nas101>.ComputeHashes(Space<Nas101>.Count, null, CancellationToken.None);

    [Fact]
    public void DigestOf_AllHashesOfTheSpace_IsTheKnownOne()
    {
        ModuleHash[] hashes = [.. s_hashes];
        Assert.Equal(TrueHashes.SpaceDigest, TrueHashes.DigestOf(hashes));

        hashes[^1] = new ModuleHash(hashes[^1].High, hashes[^1].Low ^ 1);
        Assert.NotEqual(TrueHashes.SpaceDigest, TrueHashes.DigestOf(hashes));
    }

    [Fact]
    public void AreThoseOf_AnyCells_OnlyForTheirHashes()
    {
        int[] indices = [.. Enumerable.Range(0, 9_000).Select(i => i * 47)];
        ModuleHash[] hashes = Array.ConvertAll(indices, index => s_hashes[index]);
        Assert.True(TrueHashes.AreThoseOf(indices, hashes, TestContext.Current.CancellationToken));
        Assert.True(TrueHashes.AreThoseOf([], [], TestContext.Current.CancellationToken));

        foreach (int wrong in new[] { 0, 4_095, 4_096, 8_999 })
        {
            ModuleHash[] changed = [.. hashes];
            changed[wrong] = new ModuleHash(changed[wrong].High ^ 1, changed[wrong].Low);
            Assert.False(TrueHashes.AreThoseOf(indices, changed, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void AreThoseOf_WholeSpace_OnlyForItsHashes()
    {
        int[] indices = [.. Enumerable.Range(0, s_hashes.Length)];
        ModuleHash[] hashes = [.. s_hashes];
        Assert.True(TrueHashes.AreThoseOf(indices, hashes, TestContext.Current.CancellationToken));

        (hashes[3], hashes[4]) = (hashes[4], hashes[3]);
        Assert.False(TrueHashes.AreThoseOf(indices, hashes, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Hashes_OfTheSpace_AreNeverZero() => Assert.False(s_hashes.Contains(default));

    [Fact]
    public void AreThoseOf_Cancelled_Throws() =>
        Assert.Throws<OperationCanceledException>(() => TrueHashes.AreThoseOf([1], [s_hashes[1]], new CancellationToken(canceled: true)));
}
