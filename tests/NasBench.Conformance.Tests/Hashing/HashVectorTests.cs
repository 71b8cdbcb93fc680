using CommunityToolkit.HighPerformance;
using NasBench.Conformance.Tests.Reading;
using NasBench.TestUtilities;

namespace NasBench.Conformance.Tests.Hashing;

/// <summary>The engine on the 2,503 cells for which the original's answers are known.</summary>
public class HashVectorTests
{
    private static readonly HashVector[] s_hashed = [.. HashVector.All.Where(vector => vector.Hash is not null)];

    [Fact]
    public void PruneOfInput_EveryVector_AsTheOriginal() => Assert.All(HashVector.All, vector =>
    {
        ReferenceCell raw = vector.ToCell();
        var input = new CellInput<Nas101>(new ReadOnlySpan2D<byte>(EngineCells.ToBytes(raw)), raw.Operations);
        int[] kept = new int[vector.N];
        int count = input.Prune(kept);

        Assert.Equal(CellStatus.Ok, input.CheckShape());
        Assert.Equal(vector.ValidSpec, count > 0);
        if (vector.ValidSpec)
        {
            ReferenceCell pruned = raw.Select(kept[..count]);
            Assert.Equal(vector.PrunedMatrix, pruned.Digits);
            Assert.Equal(vector.PrunedOps, pruned.Operations);
            Assert.Equal(vector.Vertices, count);
        }
    });

    [Fact]
    public void CheckOfInput_EveryVector_MessageOfTheOriginal() => Assert.All(HashVector.All, vector =>
    {
        ReferenceCell raw = vector.ToCell();
        var input = new CellInput<Nas101>(new ReadOnlySpan2D<byte>(EngineCells.ToBytes(raw)), raw.Operations);

        Assert.Equal(vector.IsValid, input.Check() == CellStatus.Ok);
        Assert.Equal(CellStatuses.OfMessage(vector.Error), input.Check());
        Assert.Equal(vector.Error, input.Describe());
    });

    [Fact]
    public void Cell_EveryVector_AsTheOriginal() => Assert.All(HashVector.All, vector =>
    {
        CellStatus status = Cell.ParseRaw(vector.Matrix, string.Join(',', vector.Ops), out Cell cell);
        if (vector.HashError is not null)
        {
            Assert.Equal(CellStatus.UnknownOperation, status);
            return;
        }

        Assert.Equal(CellStatus.Ok, status);
        Assert.Equal(vector.ValidSpec, cell.TryPrune(out Cell pruned));
        Assert.Equal(CellStatuses.OfMessage(vector.Error), cell.Validate());
        Assert.Equal(vector.Error, cell.Describe());
        if (vector.ValidSpec)
        {
            Assert.Equal(vector.Vertices, pruned.Vertices);
            Assert.Equal(vector.Edges, pruned.EdgeCount);
            Assert.Equal(vector.PrunedMatrix, EngineCells.ToReference(ReferenceSpace.Nas101, pruned).Digits);
            Assert.Equal(vector.PrunedOps![1..^1], EngineCells.ToReference(ReferenceSpace.Nas101, pruned).Operations[1..^1]);
        }
    });

    [Fact]
    public void TryHash_EveryVector_HashOfTheOriginal() => Assert.All(s_hashed, vector =>
    {
        Assert.Equal(CellStatus.Ok, ModuleHasher.TryHash(ToCell(vector), out ModuleHash hash));
        Assert.Equal(vector.Hash, hash.ToString());
    });

    [Fact]
    public void Hash_AllVectorsInOneBatch_HashesOfTheOriginal()
    {
        Cell[] cells = [.. s_hashed.Select(ToCell)];
        ModuleHash[] hashes = new ModuleHash[cells.Length];

        Assert.Equal(cells.Length, ModuleHasher.Hash(cells, hashes));
        Assert.Equal(s_hashed.Select(vector => vector.Hash), hashes.Select(hash => hash.ToString()));
    }

    [Fact]
    public void LocateAndFind_EveryVector_InSpaceAsTheOriginal() => Assert.All(s_hashed, vector =>
    {
        CellStatus status = Space<Nas101>.TryLocate(ToCell(vector), out int index);

        Assert.Equal(vector.IsValid, status == CellStatus.Ok);
        Assert.Equal(vector.InSpace, Space<Nas101>.TryFind(ModuleHash.Parse(vector.Hash!), out int found));
        if (vector.IsValid)
        {
            Assert.Equal(found, index);
        }
    });

    private static Cell ToCell(HashVector vector) => EngineCells.Create(vector.ToCell());
}
