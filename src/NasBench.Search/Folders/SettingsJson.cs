using System.Text.Encodings.Web;
using System.Text.Json;
using NasBench.Data;

namespace NasBench.Search;

/// <summary>
/// <c>settings.json</c>: everything that decides the results of an experiment, so that it can be run again to the byte. The number of threads and the
/// shard are not in it, since they decide nothing.
/// </summary>
public static class SettingsJson
{
    private const int Format = 1;

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <summary>Writes the settings.</summary>
    /// <param name="plan">What is run.</param>
    /// <param name="data">What it is run against.</param>
    /// <returns>UTF-8 text that ends with a line feed.</returns>
    public static byte[] Write(SearchPlan plan, SearchedData data)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(data);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_options))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Format);
            json.WriteString("version", typeof(SettingsJson).Assembly.GetName().Version!.ToString(3));
            WriteData(json, data);
            json.WriteString("regret", plan.Regret.GetName());
            json.WriteNumber("seed", plan.Seed);
            json.WriteString("budget", plan.Budget.ToString());
            json.WriteNumber("runs", plan.Runs);
            json.WriteString("dedup", plan.Dedup.ToString().ToLowerInvariant());
            json.WriteBoolean("pay_repeats", plan.PaysRepeats);
            json.WriteString("incumbent", plan.IncumbentBy.ToString().ToLowerInvariant());
            json.WriteBoolean("pay_final", plan.PaysFinal);
            json.WriteBoolean("count_invalid", plan.CountsInvalid);
            json.WriteBoolean("resume_credit", plan.CreditsResumed);
            json.WriteString("objectives", plan.Objectives.GetName());
            json.WriteNumber("workers", plan.Workers);
            json.WriteBoolean("common_start", plan.HasCommonStart);
            json.WriteStartArray("algorithms");
            foreach (PlannedAlgorithm algorithm in plan.Algorithms)
            {
                json.WriteStartObject();
                json.WriteString("algorithm", algorithm.Algorithm.Name);
                json.WriteString("profile", algorithm.Profile.GetName());
                json.WriteString("encoding", algorithm.Encoding.Name);
                SummaryJson.WriteSettings(json, algorithm);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>Reads the settings back.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="path">The file's name, for messages.</param>
    /// <returns>The plan, and what it was run against.</returns>
    /// <exception cref="SearchException">It is no such file, or one of another version that names what this one does not know.</exception>
    public static (SearchPlan Plan, SearchedData Data) Read(ReadOnlyMemory<byte> utf8, string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8);
            JsonElement root = document.RootElement;
            if (root.GetProperty("format").GetInt32() != Format)
            {
                throw new SearchException($"{path}: is of another format than {Format}");
            }

            var plan = new SearchPlan
            {
                Algorithms = [.. root.GetProperty("algorithms").EnumerateArray().Select(ReadAlgorithm)],
                Budget = SearchBudget.TryParse(root.GetProperty("budget").GetString(), out SearchBudget budget)
                    ? budget
                    : throw new SearchException($"{path}: has no budget that can be read"),
                Runs = root.GetProperty("runs").GetInt32(),
                Seed = root.GetProperty("seed").GetUInt64(),
                Regret = RegretKinds.TryParse(root.GetProperty("regret").GetString()!, out RegretKind regret)
                    ? regret
                    : throw new SearchException($"{path}: names a regret that is not known"),
                Dedup = Enum.Parse<DedupRule>(root.GetProperty("dedup").GetString()!, ignoreCase: true),
                PaysRepeats = root.GetProperty("pay_repeats").GetBoolean(),
                IncumbentBy = Enum.Parse<IncumbentValue>(root.GetProperty("incumbent").GetString()!, ignoreCase: true),
                PaysFinal = root.GetProperty("pay_final").GetBoolean(),
                CountsInvalid = root.GetProperty("count_invalid").GetBoolean(),
                CreditsResumed = root.GetProperty("resume_credit").GetBoolean(),
                Objectives = ObjectiveNames.TryParse(root.GetProperty("objectives").GetString()!, out SearchObjectives objectives)
                    ? objectives
                    : throw new SearchException($"{path}: names objectives that are not known"),
                Workers = root.GetProperty("workers").GetInt32(),
                HasCommonStart = root.GetProperty("common_start").GetBoolean(),
            };
            return (plan, ReadData(root.GetProperty("data")));
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new SearchException($"{path}: is not the settings of a search: {failure.Message}");
        }
    }

    private static void WriteData(Utf8JsonWriter json, SearchedData data)
    {
        json.WriteStartObject("data");
        json.WriteString("provenance", data.Provenance.GetName());
        json.WriteString("xxhash128", data.Fingerprint);
        json.WriteNumber("cells", data.Cells);
        json.WriteStartArray("epochs");
        foreach (int epochs in data.Epochs)
        {
            json.WriteNumberValue(epochs);
        }

        json.WriteEndArray();
        json.WriteStartObject("optima");
        for (int kind = 0; kind < data.Optima.Count; kind++)
        {
            json.WriteNumber(RegretKinds.Names[kind], data.Optima[kind]);
        }

        json.WriteEndObject();
        if (data.Scale is { } scale)
        {
            json.WriteStartObject("hypervolume");
            json.WriteNumber("reference_loss", scale.Reference.First);
            json.WriteNumber("reference_second", scale.Reference.Second);
            json.WriteNumber("exact", scale.Exact);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static SearchedData ReadData(JsonElement data) => new(
        Enum.Parse<Provenance>(data.GetProperty("provenance").GetString()!, ignoreCase: true),
        data.GetProperty("xxhash128").GetString()!,
        data.GetProperty("cells").GetInt32(),
        [.. data.GetProperty("epochs").EnumerateArray().Select(epochs => epochs.GetInt32())],
        [.. RegretKinds.Names.Select(name => data.GetProperty("optima").GetProperty(name).GetDouble())])
    {
        Scale = data.TryGetProperty("hypervolume", out JsonElement scale)
            ? new ObjectiveScale(
                new ObjectivePair(scale.GetProperty("reference_loss").GetDouble(), scale.GetProperty("reference_second").GetDouble()),
                scale.GetProperty("exact").GetDouble())
            : null,
    };

    private static PlannedAlgorithm ReadAlgorithm(JsonElement algorithm) => PlannedAlgorithm.Create(
        algorithm.GetProperty("algorithm").GetString()!,
        SearchProfiles.TryParse(algorithm.GetProperty("profile").GetString()!, out SearchProfile profile)
            ? profile
            : throw new SearchException("names a profile that is not known"),
        algorithm.GetProperty("encoding").GetString(),
        algorithm.GetProperty("settings").EnumerateObject().Select(setting => new KeyValuePair<string, string>(setting.Name, TextOf(setting.Value))));

    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
