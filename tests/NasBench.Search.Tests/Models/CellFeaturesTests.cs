namespace NasBench.Search.Tests.Models;

[Trait("Category", "Once")]
public sealed class CellFeaturesTests
{
    [Theory]
    [InlineData("one-hot", "one-hot", 36)]
    [InlineData("path", "path", 364)]
    [InlineData("path-40", "trunc-path", 40)]
    [InlineData("adjacency", "naszilla-adj", 26)]
    public void Write_RandomCells_AreTheEncodingOfCore(string name, string encoding, int count)
    {
        CellFeatures features = CellFeatures.Find(name);
        var random = new SplitMixRandom(1);
        for (int i = 0; i < 200; i++)
        {
            SearchEncoding.A.Draw(random, out Cell cell, out int _);
            var values = new float[features.Count];
            features.Write(cell, values);

            Assert.Equal(count, values.Length);
            Assert.Equal(
                encoding switch
                {
                    "one-hot" => CellEncoding.Encode<OneHotEncoding>(cell),
                    "path" => CellEncoding.Encode<PathEncoding>(cell),
                    "trunc-path" => CellEncoding.Encode<TruncatedPathEncoding>(cell),
                    _ => CellEncoding.Encode<NaszillaAdjacencyEncoding>(cell),
                },
                values);
        }
    }

    [Fact]
    public void Find_UnknownName_Throws() => Assert.Throws<ArgumentException>(() => CellFeatures.Find("gcn"));
}
