using System.Text.Json;

namespace NasBench.Conformance.Tests.Reading;

/// <summary>An odd input, and what the original was seen to do with it.</summary>
internal sealed record SpecQuirk(string Name, SpecQuirk.QuirkInput Input, SpecQuirk.QuirkResult Result)
{
    public static IReadOnlyList<SpecQuirk> All { get; } = JsonLines.Read<SpecQuirk>("check_spec_quirks.jsonl");

    /// <summary>The rows of the matrix; null where it is not a list of lists.</summary>
    public double[][]? Rows => Input.Matrix.EnumerateArray().All(row => row.ValueKind == JsonValueKind.Array)
        ? [.. Input.Matrix.EnumerateArray().Select(row => row.EnumerateArray().Select(ToNumber).ToArray())]
        : null;

    /// <summary>Whether the matrix holds floating-point entries, which the original hashes in another spelling.</summary>
    public bool HasFloats => Input.Matrix.GetRawText().Contains('.');

    /// <summary>Whether every entry is 0 or 1.</summary>
    public bool IsBinary => Rows is { } rows && rows.All(row => row.All(entry => entry is 0 or 1));

    private static double ToNumber(JsonElement entry) => entry.ValueKind switch
    {
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ => entry.GetDouble(),
    };

    internal sealed record QuirkInput(JsonElement Matrix, string[] Ops);

    internal sealed record QuirkResult(
        string? Raises, string? Message, bool? ValidSpec, JsonElement? Pruned, string[]? PrunedOps,
        string? Hash, string? HashRaises, bool? IsValid, string? IsValidRaises, string? Error);
}
