using NasBench.TestUtilities;

namespace NasBench.Conformance.Tests.Reading;

/// <summary>The labels that the original hashes: -1 input, -2 output, else the operation's code.</summary>
internal static class Labels
{
    public static IEnumerable<string> ToNames(int[] labels) => labels.Select(label => label switch
    {
        -1 => ReferenceSpace.Input,
        -2 => ReferenceSpace.Output,
        _ => ReferenceSpace.Nas101.Operations[label],
    });
}
