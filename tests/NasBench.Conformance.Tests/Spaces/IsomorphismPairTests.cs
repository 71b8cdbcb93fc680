using NasBench.Conformance.Tests.Reading;
using NasBench.TestUtilities;

namespace NasBench.Conformance.Tests.Spaces;

public class IsomorphismPairTests
{
    [Fact]
    public void AreIsomorphicAndHash_EveryPair_AsExhaustiveTest() => Assert.All(IsomorphismPair.All, pair =>
    {
        Cell a = EngineCells.Create(pair.A);
        Cell b = EngineCells.Create(pair.B);

        Assert.Equal(pair.IsIsomorphic, Space<Nas101>.AreIsomorphic(a, b));
        Assert.Equal(pair.IsIsomorphic, Space<Nas101>.AreIsomorphic(b, a));
        ModuleHasher.TryHash(a, out ModuleHash hashA);
        ModuleHasher.TryHash(b, out ModuleHash hashB);
        Assert.Equal(pair.AHash, hashA.ToString());
        Assert.Equal(pair.BHash, hashB.ToString());
        if (a.Validate() == CellStatus.Ok && b.Validate() == CellStatus.Ok)
        {
            Assert.Equal(pair.IsIsomorphic, Space<Nas101>.Locate(a) == Space<Nas101>.Locate(b));
        }
    });
}
