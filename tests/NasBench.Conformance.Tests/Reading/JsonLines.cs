using System.Text.Json;
using NasBench.TestUtilities;

namespace NasBench.Conformance.Tests.Reading;

/// <summary>Reads a vector file: one JSON object a line, names in snake_case.</summary>
internal static class JsonLines
{
    private static readonly JsonSerializerOptions s_options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static IReadOnlyList<T> Read<T>(string fileName) =>
        [.. File.ReadLines(TestFiles.Vector(fileName)).Select(line => JsonSerializer.Deserialize<T>(line, s_options)!)];
}
