using NasBench.Conformance.Tests.Reading;

namespace NasBench.Conformance.Tests.Distances;

public class EditDistanceVectorTests
{
    [Fact]
    public void EveryDistance_EveryVector_AsTheReference() => Assert.All(EditDistanceVector.All, vector =>
    {
        foreach ((Cell a, Cell b) in (ReadOnlySpan<(Cell, Cell)>)[(vector.RawA, vector.RawB), (vector.PrunedA, vector.PrunedB), (vector.RawB, vector.RawA)])
        {
            Assert.Equal(vector.Ged, NasBench.Distances.GraphEdit(a, b));
            Assert.Equal(vector.GedFreeLabel, NasBench.Distances.Edit(a, b));
            Assert.True(NasBench.Distances.Encoded(a, b) <= Math.Min(vector.HammingRaw.Total, vector.HammingPadded.Total));
        }

        Assert.Equal(vector.HammingRaw.Total, NasBench.Distances.Hamming(vector.RawA, vector.RawB));
        Assert.Equal(vector.HammingPadded.Total, NasBench.Distances.Hamming(vector.PrunedA, vector.PrunedB));
        Assert.Equal(vector.HammingPadded.Total, NaszillaDistances.Adjacency(vector.PrunedA, vector.PrunedB));
    });

    [Fact]
    public void ToMany_AllVectorsAtOnce_AsPairs()
    {
        Cell[] targets = [.. EditDistanceVector.All.Select(vector => vector.RawB)];
        byte[] distances = new byte[targets.Length];
        for (int i = 0; i < targets.Length; i++)
        {
            NasBench.Distances.ToMany(EditDistanceVector.All[i].PrunedA, targets, distances, DistanceKind.GraphEdit);
            Assert.Equal(EditDistanceVector.All[i].Ged, distances[i]);
            NasBench.Distances.ToMany(EditDistanceVector.All[i].PrunedA, targets, distances);
            Assert.Equal(EditDistanceVector.All[i].GedFreeLabel, distances[i]);
        }
    }
}
