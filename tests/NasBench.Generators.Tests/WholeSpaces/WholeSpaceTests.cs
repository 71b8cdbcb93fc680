using System.Runtime.Intrinsics;
using NasBench.TestUtilities;

namespace NasBench.Generators.Tests;

/// <summary>
/// The engine on a space that the generator completed, cell by cell, against <see cref="BruteForceSpace"/>. The derived classes name the spaces.
/// </summary>
/// <param name="maxVertices">As declared.</param>
/// <param name="maxEdges">As declared, resolved.</param>
/// <param name="hashStride">Every how many cells the slow reference hash is computed.</param>
/// <param name="operations">As declared.</param>
public abstract class WholeSpaceTests<TSpace>(int maxVertices, int maxEdges, int hashStride, params string[] operations)
    where TSpace : ISearchSpace<TSpace>
{
    private static BruteForceSpace? s_twin;

    private readonly BruteForceSpace _twin = s_twin ??= new BruteForceSpace(maxVertices, maxEdges);

    private ReferenceSpace Reference => new(maxVertices, maxEdges, operations);

    [Fact]
    public void Cells_All_AreTheDefinitionsInOrder()
    {
        int index = 0;
        CellSequence<TSpace>.Enumerator enumerator = Space<TSpace>.Cells.GetEnumerator();
        foreach ((int vertices, uint mask, byte[] labels) in _twin.Cells(operations.Length))
        {
            Cell expected = Create(vertices, mask, labels);
            bool isThere = enumerator.MoveNext() && enumerator.Current == expected && Space<TSpace>.CellAt(index) == expected;
            bool isFound = Space<TSpace>.TryLocate(expected, out int located) == CellStatus.Ok && located == index;
            if (!isThere || !isFound)
            {
                Assert.Fail($"{expected} should be cell {index}, but that is {enumerator.Current} and it is found at {located}");
            }

            index++;
        }

        Assert.False(enumerator.MoveNext());
        Assert.Equal(index, Space<TSpace>.Count);
    }

    /// <summary>Every pruned graph of the space, whatever the order of its vertices, under every labelling of a few.</summary>
    [Fact]
    public void Locate_EveryTopologyRelabelled_FindsTheClass()
    {
        var firsts = _twin.Cells(operations.Length)
            .Select((cell, index) => (cell, index))
            .ToDictionary(pair => Create(pair.cell.Vertices, pair.cell.Mask, pair.cell.Labels), pair => pair.index);
        foreach ((int vertices, uint mask) in _twin.Topologies)
        {
            byte[][] labellings = [.. ReferenceEnumeration.EnumerateLabels(vertices - 2, operations.Length)];
            for (int i = (int)(mask % 7); i < labellings.Length; i += Math.Max(1, labellings.Length / 5))
            {
                Cell representative = _twin.PermutationsOf(vertices)
                    .Select(r => (Mask: _twin.Rename(vertices, mask, r), Labels: BruteForceSpace.Permute(labellings[i], _twin.Permutations[r])))
                    .Where(renamed => renamed.Mask is not null)
                    .Select(renamed => Create(vertices, renamed.Mask!.Value, renamed.Labels))
                    .Min();
                Cell cell = Create(vertices, mask, labellings[i]);
                Assert.Equal(firsts[representative], Space<TSpace>.Locate(cell));
                Assert.True(Space<TSpace>.AreIsomorphic(cell, representative));
            }
        }
    }

    [Fact]
    public void HashAt_Sampled_EqualsTheReference()
    {
        int index = 0;
        foreach ((int vertices, uint mask, byte[] labels) in _twin.Cells(operations.Length))
        {
            if (index % hashStride == 0)
            {
                Assert.Equal(Reference.Hash(Reference.CreateCell(vertices, mask, labels)), Space<TSpace>.HashAt(index).ToString());
            }

            index++;
        }
    }

    [Fact]
    public void TryFind_EveryHash_FindsItsIndex()
    {
        bool isSlow = Space<TSpace>.Count > 1_000_000 && !Vector256.IsHardwareAccelerated;
        Assert.SkipWhen(isSlow, "hashes millions of cells, which takes a minute without vectors; sampled hashes are compared in every mode");
        for (int index = 0; index < Space<TSpace>.Count; index++)
        {
            if (!Space<TSpace>.TryFind(Space<TSpace>.HashAt(index), out int found) || found != index)
            {
                Assert.Fail($"the hash of {index} finds {found}");
            }
        }
    }

    [Fact]
    public void Text_Sampled_GoesThereAndBack()
    {
        int index = 0;
        foreach ((int vertices, uint mask, byte[] labels) in _twin.Cells(operations.Length))
        {
            if (index % hashStride == 0)
            {
                string expected = Reference.CreateCell(vertices, mask, labels).ToString();
                string[] parts = expected.Split(' ');
                Assert.Equal(expected, Space<TSpace>.CellAt(index).ToString<TSpace>());
                Assert.Equal(CellStatus.Ok, Cell.ParseRaw<TSpace>(parts[0], parts[1], out Cell parsed));
                Assert.Equal(index, Space<TSpace>.Locate(parsed));
            }

            index++;
        }
    }

    private static Cell Create(int vertices, uint mask, byte[] labels)
    {
        CellStatus status = Cell.CreateRawFromMask<TSpace>(vertices, mask, labels, out Cell cell);
        return status == CellStatus.Ok ? cell : throw new InvalidOperationException($"{status}");
    }
}
