using NasBench.Conformance.Tests.Reading;

namespace NasBench.Conformance.Tests.Cells;

/// <summary>Where the original misbehaves the engine refuses with a status of its own; elsewhere they agree.</summary>
public class SpecQuirkTests
{
    private static readonly SpecQuirk[] s_matrices = [.. SpecQuirk.All.Where(quirk => quirk.Rows is not null)];

    [Fact]
    public void TryCreate_InputThatTheOriginalRefuses_RefusedForTheSameReason()
    {
        SpecQuirk[] refused = [.. s_matrices.Where(quirk => quirk.Result.Raises is not null)];

        Assert.Equal(5, refused.Length);
        Assert.All(refused, quirk => Assert.Equal(TestUtilities.CellStatuses.OfMessage(quirk.Result.Message), TryCreate(quirk, out _)));
    }

    [Fact]
    public void TryParse_OneDimension_BadText() => Assert.Equal(CellStatus.BadText, Cell.ParseRaw("[0, 1]", "input,output", out _));

    [Fact]
    public void TryCreate_EntriesOtherThanZeroAndOne_RefusedThoughTheOriginalTakesThem()
    {
        SpecQuirk[] odd = [.. s_matrices.Where(quirk => quirk.Result.Raises is null && !quirk.IsBinary)];

        Assert.Equal(["entry 2 counts twice", "entry 5+5 too many edges", "negative entry"], odd.Select(quirk => quirk.Name));
        Assert.All(odd, quirk => Assert.Equal(CellStatus.EntryNotBinary, TryCreate(quirk, out _)));
    }

    [Fact]
    public void TryCreate_MoreThanSevenVerticesKept_RefusedWhereTheOriginalCrashes()
    {
        SpecQuirk crash = Assert.Single(s_matrices, quirk => quirk.Result.IsValidRaises is not null);

        Assert.Equal(CellStatus.TooManyVertices, TryCreate(crash, out _));
    }

    [Fact]
    public void TryCreate_UnknownNameKept_RefusedWhereTheOriginalCannotHash()
    {
        SpecQuirk unknown = Assert.Single(s_matrices, quirk => quirk.Result.HashRaises is not null);

        Assert.Equal(CellStatus.UnknownOperation, TryCreate(unknown, out _));
    }

    [Fact]
    public void HashAndValidate_EveryOtherInput_AsTheOriginal()
    {
        SpecQuirk[] regular = [.. s_matrices.Where(quirk =>
            quirk.Result is { Raises: null, IsValidRaises: null, HashRaises: null } && quirk.IsBinary)];

        Assert.Equal(12, regular.Length);
        Assert.All(regular, quirk =>
        {
            Assert.Equal(CellStatus.Ok, TryCreate(quirk, out Cell cell));
            Assert.Equal(quirk.Result.ValidSpec, cell.TryPrune(out _));
            Assert.Equal(quirk.Result.IsValid, cell.Validate() == CellStatus.Ok);
            Assert.Equal(quirk.Result.Error, cell.Describe());

            // A matrix of floats hashes to something that is in no table; the engine knows integers only.
            CellStatus status = ModuleHasher.TryHash(cell, out ModuleHash hash);
            Assert.Equal(quirk.Result.Hash is not null, status == CellStatus.Ok);
            if (quirk.Result.Hash is not null)
            {
                Assert.Equal(!quirk.HasFloats, quirk.Result.Hash == hash.ToString());
            }

            if (quirk.HasFloats)
            {
                Assert.False(Space<Nas101>.TryFind(ModuleHash.Parse(quirk.Result.Hash!), out _));
                Assert.True(Space<Nas101>.TryFind(hash, out _));
            }
        });
    }

    private static CellStatus TryCreate(SpecQuirk quirk, out Cell cell) =>
        Cell.CreateRaw([.. quirk.Rows!.Select(row => row.Select(entry => (int)entry).ToArray())], quirk.Input.Ops, out cell);
}
