using System.Numerics;

namespace NasBench.Generators.Tests;

/// <summary>The tables of <see cref="Nas101"/>, and the numbers of the space that are known from elsewhere.</summary>
public sealed class Nas101TableTests() : SpaceTableTests<Nas101>(7, 9, "conv3x3-bn-relu", "conv1x1-bn-relu", "maxpool3x3")
{
    private static IEnumerable<int> Classes => Enumerable.Range(0, Nas101.ClassTopologies.Length);

    [Fact]
    public void Topologies_ByVertices_AreAsManyAsKnown()
    {
        int[] byVertices = [.. Nas101.TopologyMasks.ToArray().CountBy(mask => mask >> 24).OrderBy(pair => pair.Key).Select(pair => pair.Value)];

        Assert.Equal([1, 2, 10, 121, 1545, 4793], byVertices);
        Assert.Equal(6472, Nas101.TopologyMasks.Length);
    }

    [Fact]
    public void Classes_All_AreAsManyAsKnown()
    {
        Assert.Equal(2494, Nas101.ClassTopologies.Length);
        Assert.Equal(423_624, Nas101.CellCount);
    }

    [Fact]
    public void Cells_ByVerticesAndEdges_AreAsManyAsKnown()
    {
        Dictionary<(int Vertices, int Edges), int> counts = Classes
            .GroupBy(number => (VerticesOf(number), BitOperations.PopCount(Nas101.TopologyMasks[Nas101.ClassTopologies[number]] & 0xffffff)))
            .ToDictionary(group => group.Key, group => group.Sum(CellsOf));

        Assert.Equal(
            new Dictionary<(int, int), int>
            {
                [(2, 1)] = 1,
                [(3, 2)] = 3,
                [(3, 3)] = 3,
                [(4, 3)] = 9,
                [(4, 4)] = 33,
                [(4, 5)] = 33,
                [(4, 6)] = 9,
                [(5, 4)] = 27,
                [(5, 5)] = 225,
                [(5, 6)] = 622,
                [(5, 7)] = 811,
                [(5, 8)] = 558,
                [(5, 9)] = 198,
                [(6, 5)] = 81,
                [(6, 6)] = 1260,
                [(6, 7)] = 6909,
                [(6, 8)] = 19701,
                [(6, 9)] = 34059,
                [(7, 6)] = 243,
                [(7, 7)] = 6264,
                [(7, 8)] = 58563,
                [(7, 9)] = 294012,
            },
            counts);
    }

    /// <summary>The reference counts groups per number of interior vertices, as these tables do: the trivial group alone occurs six times.</summary>
    [Fact]
    public void Groups_All_AreAsManyAsKnown()
    {
        int[] sizes = [.. Enumerable.Range(0, Nas101.GroupStarts.Length - 1).Select(GroupSize)];

        Assert.Equal(36, sizes.Length);
        Assert.Equal(6, sizes.Count(size => size == 1));
        Assert.Equal(2096, Classes.Count(number => GroupSize(Nas101.ClassGroups[number]) == 1));
    }

    /// <summary>One rank table a group, with an entry for every labelling of its interior vertices.</summary>
    [Fact]
    public void RankTables_Together_HaveAsManyEntriesAsKnown()
    {
        IEnumerable<int> sizes = Classes.DistinctBy(number => Nas101.ClassGroups[number]).Select(number => (int)Math.Pow(3, VerticesOf(number) - 2));

        Assert.Equal(5314, sizes.Sum());
    }

    private static int VerticesOf(int number) => (int)(Nas101.TopologyMasks[Nas101.ClassTopologies[number]] >> 24);

    private static int CellsOf(int number) => Nas101.ClassFirstIndices[number + 1] - Nas101.ClassFirstIndices[number];

    private static int GroupSize(int group) => Nas101.GroupStarts[group + 1] - Nas101.GroupStarts[group];
}
