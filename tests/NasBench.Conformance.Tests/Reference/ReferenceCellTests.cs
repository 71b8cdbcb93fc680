using NasBench.Conformance.Tests.Reading;
using NasBench.TestUtilities;

namespace NasBench.Conformance.Tests.Reference;

/// <summary>The oracle of the other tests is itself held against the original's answers.</summary>
public class ReferenceCellTests
{
    private static readonly ReferenceSpace s_space = ReferenceSpace.Nas101;

    [Fact]
    public void PruneHashAndCheck_EveryHashVector_AsTheOriginal()
    {
        Assert.Equal(2503, HashVector.All.Count);
        Assert.All(HashVector.All, vector =>
        {
            ReferenceCell cell = vector.ToCell();
            ReferenceCell? pruned = cell.Prune();

            Assert.Null(cell.GetShapeError());
            Assert.Equal(vector.Matrix, cell.Digits);
            Assert.Equal(vector.ValidSpec, pruned is not null);
            Assert.Equal(vector.PrunedMatrix, pruned?.Digits);
            Assert.Equal(vector.PrunedOps, pruned?.Operations);
            Assert.Equal(vector.Vertices, pruned?.Size);
            Assert.Equal(vector.Edges, pruned?.EdgeCount);
            Assert.Equal(vector.Hash, s_space.Hash(cell));
            Assert.Equal(vector.IsValid, s_space.IsValid(cell));
            Assert.Equal(vector.Error, s_space.GetError(cell));
        });
    }

    [Fact]
    public void GetShapeError_EveryQuirkThatTheConstructorRefuses_AsTheOriginal()
    {
        Assert.All(SpecQuirk.All.Where(quirk => quirk.Rows is not null), quirk =>
        {
            Assert.Equal(quirk.Result.Message, ToCell(quirk).GetShapeError());
        });
    }

    [Fact]
    public void PruneHashAndCheck_EveryQuirk_AsTheOriginal()
    {
        Assert.All(SpecQuirk.All.Where(quirk => quirk.Result.Raises is null), quirk =>
        {
            ReferenceCell cell = ToCell(quirk);

            Assert.Equal(quirk.Result.ValidSpec, cell.Prune() is not null);
            Assert.Equal(quirk.Result.PrunedOps, cell.Prune()?.Operations);
            if (!quirk.HasFloats)
            {
                Assert.Equal(quirk.Result.Hash, s_space.Hash(cell));
            }

            if (quirk.Result.IsValidRaises is null)
            {
                Assert.Equal(quirk.Result.Error, s_space.GetError(cell));
            }
        });
    }

    [Fact]
    public void AreIsomorphic_EveryPair_AsExhaustiveTest()
    {
        Assert.Equal(1003, IsomorphismPair.All.Count);
        Assert.All(IsomorphismPair.All, pair =>
        {
            Assert.Equal(pair.IsIsomorphic, ReferenceIsomorphism.AreIsomorphic(pair.A, pair.B));
            Assert.Equal(pair.AHash, s_space.Hash(pair.A));
            Assert.Equal(pair.BHash, s_space.Hash(pair.B));
        });
    }

    [Fact]
    public void GetVertexChannels_EveryVector_AsTheOriginal()
    {
        Assert.Equal(203, ChannelVector.All.Count);
        Assert.All(ChannelVector.All, vector =>
        {
            ReferenceCell cell = vector.ToCell();

            Assert.Equal(vector.Hash, s_space.Hash(cell));
            Assert.Equal(vector.Params, ReferenceNetwork.Build(cell)!.Parameters);
            foreach ((int input, int output, int[]? channels) in vector.Entries)
            {
                Assert.Equal(channels, ReferenceNetwork.GetVertexChannels(cell, input, output));
            }
        });
    }

    private static ReferenceCell ToCell(SpecQuirk quirk)
    {
        double[][] rows = quirk.Rows!;
        var matrix = new int[rows.Length, rows.Length == 0 ? 0 : rows[0].Length];
        for (int x = 0; x < rows.Length; x++)
        {
            for (int y = 0; y < rows[x].Length; y++)
            {
                matrix[x, y] = (int)rows[x][y];
            }
        }

        return new ReferenceCell(matrix, quirk.Input.Ops);
    }
}
