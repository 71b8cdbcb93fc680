using System.Text.Json;

namespace NasBench.Search;

/// <summary>One variable of a domain of kurobako, parameter or value, with a uniform distribution.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What range it has: <see cref="Continuous"/>, <see cref="Discrete"/> or <see cref="Categorical"/>.</param>
/// <param name="High">The end of the range, which is not in it; all ranges here begin with 0.</param>
/// <param name="Choices">The names of the choices of a categorical one.</param>
internal sealed record KurobakoVariable(string Name, string Type, int High, IReadOnlyList<string> Choices)
{
    public const string Continuous = "CONTINUOUS";
    public const string Discrete = "DISCRETE";
    public const string Categorical = "CATEGORICAL";

    public static KurobakoVariable OfChoices(string name, params IReadOnlyList<string> choices) => new(name, Categorical, choices.Count, choices);

    public static KurobakoVariable OfNumbers(string name, string type, int high) => new(name, type, high, []);

    /// <summary>Writes it as kurobako does.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", Name);
        json.WriteStartObject("range");
        json.WriteString("type", Type);
        if (Type == Categorical)
        {
            json.WriteStartArray("choices");
            foreach (string choice in Choices)
            {
                json.WriteStringValue(choice);
            }

            json.WriteEndArray();
        }
        else
        {
            json.WriteNumber("low", 0);
            json.WriteNumber("high", High);
        }

        json.WriteEndObject();
        json.WriteString("distribution", "UNIFORM");
        json.WriteEndObject();
    }

    /// <summary>Whether JSON describes this variable: the same name, range and distribution, and no condition.</summary>
    public bool Describes(JsonElement json)
        => KurobakoJson.Text(json, "name") == Name
            && KurobakoJson.Text(json, "distribution") == "UNIFORM"
            && (!json.TryGetProperty("constraint", out JsonElement constraint) || constraint.ValueKind == JsonValueKind.Null)
            && HasRange(KurobakoJson.Member(json, "range", JsonValueKind.Object));

    private bool HasRange(JsonElement range)
    {
        if (KurobakoJson.Text(range, "type") != Type)
        {
            return false;
        }

        return Type == Categorical
            ? KurobakoJson.Member(range, "choices", JsonValueKind.Array) is var choices
                && choices.GetArrayLength() == Choices.Count
                && choices.EnumerateArray().Select(choice => choice.ValueKind == JsonValueKind.String ? choice.GetString() : null).SequenceEqual(Choices)
            : range.TryGetProperty("low", out JsonElement low)
                && range.TryGetProperty("high", out JsonElement high)
                && KurobakoJson.Number(low, "low") == 0
                && KurobakoJson.Number(high, "high") == High;
    }
}
