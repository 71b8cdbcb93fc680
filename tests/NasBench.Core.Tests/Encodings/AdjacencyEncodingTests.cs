using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Encodings;

public class OneHotEncodingTests : InvertibleEncodingContract<OneHotEncoding>
{
    protected override IEnumerable<double> Expect(ReferenceCell padded) =>
        Edges(padded).Concat(Codes(padded).SelectMany(code => Enumerable.Range(0, 3).Select(operation => operation == code ? 1.0 : 0.0)));
}

public class NaslibAdjacencyEncodingTests : InvertibleEncodingContract<NaslibAdjacencyEncoding>
{
    /// <summary>NASLib's dictionary, name by name.</summary>
    private static readonly Dictionary<string, double[]> s_operations = new()
    {
        ["conv1x1-bn-relu"] = [0, 0, 1],
        ["conv3x3-bn-relu"] = [0, 1, 0],
        ["maxpool3x3"] = [1, 0, 0],
    };

    protected override IEnumerable<double> Expect(ReferenceCell padded) =>
        Edges(padded).Concat(padded.Operations[1..^1].SelectMany(name => s_operations[name]));
}

public class CategoricalEncodingTests : InvertibleEncodingContract<CategoricalEncoding>
{
    protected override IEnumerable<double> Expect(ReferenceCell padded) =>
        Fill(PresentEdges(padded).Select(number => number + 1), 21).Concat(Codes(padded).Select(code => (double)code));
}

public class NaszillaAdjacencyEncodingTests : InvertibleEncodingContract<NaszillaAdjacencyEncoding>
{
    protected override IEnumerable<double> Expect(ReferenceCell padded) => Edges(padded).Concat(NaszillaOperations(padded));
}

public class NaszillaCategoricalEncodingTests : EncodingContract<NaszillaCategoricalEncoding>
{
    protected override IEnumerable<double> Expect(ReferenceCell padded) => Fill(PresentEdges(padded), 21).Concat(NaszillaOperations(padded));
}

public class NaszillaContinuousEncodingTests : EncodingContract<NaszillaContinuousEncoding>
{
    /// <summary>27 places, the operations at -5 to -1, then the number of edges at -1.</summary>
    protected override IEnumerable<double> Expect(ReferenceCell padded) => [.. Edges(padded), 0, .. NaszillaOperations(padded).Take(4), padded.EdgeCount];
}

public class GraphEncodingTests : InvertibleEncodingContract<GraphEncoding>
{
    private static readonly string[] s_features = ["output", "input", "conv3x3-bn-relu", "conv1x1-bn-relu", "maxpool3x3"];

    protected override IEnumerable<double> Expect(ReferenceCell padded) =>
        padded.Operations.SelectMany(name => s_features.Select(feature => feature == name ? 1.0 : 0.0))
            .Concat(padded.Matrix.Cast<int>().Select(entry => (double)entry));
}
