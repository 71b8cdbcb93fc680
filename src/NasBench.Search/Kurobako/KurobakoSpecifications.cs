using System.Text.Json;
using NasBench.Data;

namespace NasBench.Search;

/// <summary>What problems and solvers say of themselves. kurobako tells them apart by hashes of this JSON, so the order of the members matters.</summary>
internal static class KurobakoSpecifications
{
    /// <summary>The name of the one value.</summary>
    public const string ValueName = "1.0 - Validation Accuracy";

    private const string Paper =
        "Ying, Chris, et al. \"Nas-bench-101: Towards reproducible neural architecture search.\" arXiv preprint arXiv:1902.09635 (2019).";

    private static readonly string s_version = "nasbench=" + typeof(KurobakoSpecifications).Assembly.GetName().Version!.ToString(3);

    /// <summary>Writes a problem as an object.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="encoding">Its parameters.</param>
    /// <param name="epochs">Its steps, ascending.</param>
    /// <param name="provenance">Where its values come from: kurobako's own has no such attribute.</param>
    public static void WriteProblem(Utf8JsonWriter json, KurobakoEncoding encoding, IReadOnlyList<int> epochs, Provenance provenance)
    {
        json.WriteStartObject();
        json.WriteString("name", $"NASBench ({encoding.Name})");
        json.WriteStartObject("attrs");
        json.WriteString("github", "https://github.com/automl/nas_benchmarks");
        json.WriteString("paper", Paper);
        json.WriteString("provenance", provenance.GetName());
        json.WriteString("version", s_version);
        json.WriteEndObject();
        json.WriteStartArray("params_domain");
        foreach (KurobakoVariable parameter in encoding.Parameters)
        {
            parameter.Write(json);
        }

        json.WriteEndArray();
        json.WriteStartArray("values_domain");
        KurobakoVariable.OfNumbers(ValueName, KurobakoVariable.Continuous, 1).Write(json);
        json.WriteEndArray();
        WriteSteps(json, epochs);
        json.WriteEndObject();
    }

    /// <summary>Writes a solver as an object.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="name">The algorithm's name in the results.</param>
    /// <param name="planned">The algorithm.</param>
    public static void WriteSolver(Utf8JsonWriter json, string name, PlannedAlgorithm planned)
    {
        json.WriteStartObject();
        json.WriteString("name", $"{name} ({planned.Profile.GetName()})");
        json.WriteStartObject("attrs");
        json.WriteString("algorithm", planned.Algorithm.Title);
        json.WriteString("profile", planned.ProfileText);
        json.WriteString("settings", string.Join(' ', planned.Settings.Values.Select(setting => $"{setting.Key}={setting.Value}")));
        json.WriteString("version", s_version);
        json.WriteEndObject();
        json.WriteStartArray("capabilities");
        json.WriteStringValue("UNIFORM_CONTINUOUS");
        json.WriteStringValue("UNIFORM_DISCRETE");
        json.WriteStringValue("CATEGORICAL");
        if (planned.Algorithm.TakesWorkers)
        {
            json.WriteStringValue("CONCURRENT");
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Reads the steps of a problem: a list, or a number for all from 1.</summary>
    /// <exception cref="KurobakoException">They are neither, or too many.</exception>
    public static int[] ReadSteps(JsonElement problem)
    {
        const int Most = 10_000;
        if (problem.TryGetProperty("steps", out JsonElement steps))
        {
            if (steps.ValueKind == JsonValueKind.Number && steps.TryGetInt32(out int last) && last is >= 1 and <= Most)
            {
                return [.. Enumerable.Range(1, last)];
            }

            if (steps.ValueKind == JsonValueKind.Array && steps.GetArrayLength() is >= 1 and <= Most)
            {
                int[] list = [.. steps.EnumerateArray().Select(step => step.ValueKind == JsonValueKind.Number && step.TryGetInt32(out int value) ? value : 0)];
                if (list[0] >= 1 && list.Zip(list.Skip(1)).All(pair => pair.First < pair.Second))
                {
                    return list;
                }
            }
        }

        throw KurobakoException.InvalidInput($"'steps' must be ascending whole numbers from 1, at most {Most} of them, or the last one of them");
    }

    /// <summary>A number where it is all steps from 1, as kurobako writes it.</summary>
    private static void WriteSteps(Utf8JsonWriter json, IReadOnlyList<int> epochs)
    {
        if (epochs[^1] == epochs.Count)
        {
            json.WriteNumber("steps", epochs.Count);
            return;
        }

        json.WriteStartArray("steps");
        foreach (int step in epochs)
        {
            json.WriteNumberValue(step);
        }

        json.WriteEndArray();
    }
}
