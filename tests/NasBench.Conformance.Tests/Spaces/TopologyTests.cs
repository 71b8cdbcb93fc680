namespace NasBench.Conformance.Tests.Spaces;

/// <summary>The structure of the space: known numbers of topologies, classes and symmetries.</summary>
public class TopologyTests
{
    [Fact]
    public void Tables_Nas101_KnownCounts()
    {
        Assert.Equal(6_472, Nas101.TopologyMasks.Length);
        Assert.Equal(2_494, Nas101.ClassTopologies.Length);
        Assert.Equal(36, Nas101.GroupStarts.Length - 1);
        Assert.Equal(423_624, Nas101.CellCount);
    }

    [Fact]
    public void TopologyMasks_ByVertices_KnownCounts()
    {
        int[] counts = new int[8];
        foreach (uint topology in Nas101.TopologyMasks)
        {
            counts[topology >> 24]++;
        }

        Assert.Equal([0, 0, 1, 2, 10, 121, 1545, 4793], counts);
    }

    [Fact]
    public void ClassGroups_TrivialGroup_KnownCount()
    {
        int asymmetric = 0;
        foreach (ushort group in Nas101.ClassGroups)
        {
            asymmetric += Nas101.GroupStarts[group + 1] - Nas101.GroupStarts[group] == 1 ? 1 : 0;
        }

        Assert.Equal(2_096, asymmetric);
    }
}
