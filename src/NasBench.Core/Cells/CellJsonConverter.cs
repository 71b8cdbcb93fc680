using System.Text.Json;
using System.Text.Json.Serialization;

namespace NasBench;

/// <summary>Cells of a search space in JSON: the text form as a string, also as the key of a dictionary.</summary>
/// <typeparam name="TSpace">The search space, whose names are read.</typeparam>
/// <remarks>
/// <see cref="Cell"/> has the converter of NAS-Bench-101 on itself. For another space, add one of these to the options. It writes any cell with the names of
/// the cell's own space, and reads only names of <typeparamref name="TSpace"/>. Immutable, thread-safe, fit for trimmed and native programs.
/// </remarks>
/// <example>
/// <code>
/// var options = new JsonSerializerOptions { Converters = { new CellJsonConverter&lt;MobileSpace&gt;() } };
/// string json = JsonSerializer.Serialize(MobileSpace.CellAt(1234), options);
/// </code>
/// </example>
public sealed class CellJsonConverter<TSpace> : JsonConverter<Cell>
    where TSpace : ISearchSpace<TSpace>
{
    /// <inheritdoc/>
    public override Cell Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => CellJson.Read<TSpace>(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Cell value, JsonSerializerOptions options) => CellJson.Write(writer, value);

    /// <inheritdoc/>
    public override Cell ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => CellJson.Read<TSpace>(ref reader);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, Cell value, JsonSerializerOptions options)
        => CellJson.WritePropertyName(writer, value);
}
