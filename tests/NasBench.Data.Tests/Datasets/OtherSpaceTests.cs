using NasBench.TestUtilities;

namespace NasBench.Data.Tests.Datasets;

/// <summary>A data set holds cells of NAS-Bench-101: to a cell of another space it has no answer, whatever its graph and its operations.</summary>
public sealed class OtherSpaceTests
{
    [Fact]
    public void Queries_CellOfAnotherSpace_InvalidCell()
    {
        using Dataset data = Dataset.Open(TestFiles.Vector("synth_tiny.tfrecord"));
        foreach (int index in data.Indices)
        {
            Cell own = Nas101.CellAt(index);
            Cell foreign = Cell.Pack(own.Vertices, own.AdjacencyBits, own.OperationBits, marks: 1UL << Cell.TagShift);

            Assert.Equal(QueryStatus.Found, data.TryFind(own, out _));
            Assert.Equal(QueryStatus.InvalidCell, data.TryFind(foreign, out int found));
            Assert.Equal(-1, found);
            Assert.Equal(QueryStatus.InvalidCell, data.TryGetRun(foreign, 108, 0, out Run run));
            Assert.Equal(Run.Absent, run);
            Assert.Equal(QueryStatus.InvalidCell, data.TryGetMean(foreign, 108, out Run mean));
            Assert.Equal(Run.Absent, mean);
        }
    }
}
