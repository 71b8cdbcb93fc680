using System.Text.Encodings.Web;
using System.Text.Json;

namespace NasBench.Search;

/// <summary>Writes the results of an experiment into its folder, from the files of its runs.</summary>
public static class FolderResults
{
    /// <summary>Writes evaluations and incumbents.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="ids">The runs that are there, in order.</param>
    /// <param name="extension">The ending of the files, which names their format.</param>
    /// <param name="createWriter">Begins a file of that format on a stream.</param>
    /// <param name="progress">Receives the done part, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early; older files stay as they are.</param>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static void WriteTables(
        ExperimentFolder folder,
        IReadOnlyList<RunId> ids,
        string extension,
        Func<Stream, ITraceWriter> createWriter,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(createWriter);
        folder.WriteFile(
            "incumbents" + extension,
            incumbentStream => folder.WriteFile(
                "evaluations" + extension,
                evaluationStream =>
                {
                    ITraceWriter evaluations = createWriter(evaluationStream);
                    ITraceWriter incumbents = createWriter(incumbentStream);
                    for (int i = 0; i < ids.Count; i++)
                    {
                        cancellationToken.ThrowIfCancellationRequested();
                        ScoredRun run = folder.Read(ids[i]);
                        string name = folder.Plan.NameOf(folder.Plan.Algorithms[ids[i].Algorithm]);
                        evaluations.Write(name, ids[i].Run, TraceRows.Of(run, folder.Plan.Regret));
                        incumbents.Write(name, ids[i].Run, TraceRows.OfIncumbents(run, folder.Plan.Regret));
                        progress?.Report((i + 1.0) / ids.Count);
                    }

                    evaluations.Complete();
                    incumbents.Complete();
                }));
    }

    /// <summary>Writes the summary.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="summary">The summary.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void WriteSummary(ExperimentFolder folder, ExperimentSummary summary)
    {
        ArgumentNullException.ThrowIfNull(folder);
        folder.WriteFile("summary.json", stream =>
        {
            using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                json.WriteStartObject();
                SummaryJson.Write(json, summary);
                json.WriteEndObject();
            }

            stream.Write("\n"u8);
        });
    }
}
