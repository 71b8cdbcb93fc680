using System.Text.Json;
using System.Text.Json.Serialization;

namespace NasBench;

/// <summary>Module hashes in JSON: the 32 digits as a string, also as the key of a dictionary.</summary>
internal sealed class ModuleHashJsonConverter : JsonConverter<ModuleHash>
{
    public override ModuleHash Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    public override void Write(Utf8JsonWriter writer, ModuleHash value, JsonSerializerOptions options)
    {
        Span<byte> digits = stackalloc byte[ModuleHash.TextLength];
        value.TryFormat(digits, out _);
        writer.WriteStringValue(digits);
    }

    public override ModuleHash ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, ModuleHash value, JsonSerializerOptions options)
    {
        Span<byte> digits = stackalloc byte[ModuleHash.TextLength];
        value.TryFormat(digits, out _);
        writer.WritePropertyName(digits);
    }

    private static ModuleHash Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
        {
            throw new JsonException($"a module hash is a string, not a value of the kind {reader.TokenType}");
        }

        string? text = reader.GetString();
        return ModuleHash.TryParse(text, out ModuleHash hash)
            ? hash
            : throw new JsonException($"not a module hash of {ModuleHash.TextLength} hexadecimal digits: '{text}'");
    }
}
