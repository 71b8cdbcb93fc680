using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Encodings;

public class GraphBatchTests
{
    private static readonly string[] s_features = ["output", "input", "conv3x3-bn-relu", "conv1x1-bn-relu", "maxpool3x3"];

    [Fact]
    public void Write_AnyCells_PaddedTensors() => CellGens.Raw(ReferenceSpace.Nas101, 2, 7).Array[0, 5].Sample(raw =>
    {
        float[] features = new float[raw.Length * 35];
        float[] adjacency = new float[raw.Length * 49];
        float[] mask = new float[raw.Length * 7];
        GraphBatch.Write<float>([.. raw.Select(EngineCells.Create)], features, adjacency, mask);
        for (int cell = 0; cell < raw.Length; cell++)
        {
            for (int x = 0; x < 7; x++)
            {
                bool exists = x < raw[cell].Size;
                Assert.Equal(exists ? 1 : 0, mask[(cell * 7) + x]);
                Assert.Equal(
                    s_features.Select(feature => exists && raw[cell].Operations[x] == feature ? 1f : 0f),
                    features.Skip((cell * 35) + (x * 5)).Take(5));
                Assert.Equal(
                    Enumerable.Range(0, 7).Select(y => exists && y < raw[cell].Size ? (float)raw[cell].Matrix[x, y] : 0f),
                    adjacency.Skip((cell * 49) + (x * 7)).Take(7));
            }
        }
    }, iter: 300);

    [Fact]
    public void Write_Cells_AllocatesNothing()
    {
        Cell[] cells = [Nas101.CellAt(5), Nas101.CellAt(400_000)];
        float[] features = new float[70], adjacency = new float[98], mask = new float[14];
        AllocationAssert.AllocatesNothing(() => GraphBatch.Write<float>(cells, features, adjacency, mask));
    }

    [Fact]
    public void Write_DestinationTooShort_Throws()
    {
        Cell[] cells = new Cell[2];
        Assert.Throws<ArgumentException>(() => GraphBatch.Write<float>(cells, new float[69], new float[98], new float[14]));
        Assert.Throws<ArgumentException>(() => GraphBatch.Write<float>(cells, new float[70], new float[97], new float[14]));
        Assert.Throws<ArgumentException>(() => GraphBatch.Write<float>(cells, new float[70], new float[98], new float[13]));
    }
}
