using System.Text.Json;
using NasBench.Search;

namespace NasBench.Cli;

/// <summary>The trace of a search: a JSON object for each evaluation.</summary>
internal static class SearchTrace
{
    /// <summary>Writes the rows of one run.</summary>
    public static void Write(Utf8Output output, SearchPlan plan, string provenance, RunId id, ScoredRun run)
    {
        string name = plan.NameOf(plan.Algorithms[id.Algorithm]);
        using Utf8JsonWriter json = new(output, JsonText.Options);
        foreach (TraceRow row in TraceRows.Of(run, plan.Regret))
        {
            json.WriteStartObject();
            TraceJson.Write(json, name, id.Run, row, provenance);
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            output.Write((byte)'\n');
        }
    }
}
