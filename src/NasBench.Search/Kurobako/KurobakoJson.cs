using System.Text.Json;

namespace NasBench.Search;

/// <summary>Members of messages, or a clear complaint that they are not what they should be.</summary>
internal static class KurobakoJson
{
    public static JsonElement Member(JsonElement json, string name, JsonValueKind kind)
        => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out JsonElement member) && member.ValueKind == kind
            ? member
            : throw KurobakoException.InvalidInput($"'{name}' must be there, and be {Describe(kind)}");

    public static string Text(JsonElement json, string name) => Member(json, name, JsonValueKind.String).GetString()!;

    /// <summary>An identifier, a seed or a step: a whole number from 0 to 2^64 - 1.</summary>
    public static ulong Whole(JsonElement json, string name)
        => Member(json, name, JsonValueKind.Number).TryGetUInt64(out ulong value)
            ? value
            : throw KurobakoException.InvalidInput($"'{name}' must be a whole number from 0 to {ulong.MaxValue}");

    /// <summary>A finite number.</summary>
    public static double Number(JsonElement json, string name)
        => json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out double value) && double.IsFinite(value)
            ? value
            : throw KurobakoException.InvalidInput($"'{name}' must be a finite number");

    private static string Describe(JsonValueKind kind) => kind switch
    {
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Array => "a list",
        _ => "an object",
    };
}
