using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NasBench.Data;

namespace NasBench.Search;

/// <summary>The results of an experiment in the formats of other tools, written into its folder from the files of its runs.</summary>
public static class ResultExports
{
    private const string NasBenchmarks = "nas-benchmarks";
    private const string Kurobako = "kurobako";

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The names of the formats: <c>nas-benchmarks</c>, for each run <c>nas_benchmarks/ALGORITHM/run_N.json</c> with the names of folders that
    /// automl/nas_benchmarks has, and <c>kurobako</c>, the file <c>kurobako.jsonl</c> with a study for each run on a line.
    /// </summary>
    public static IReadOnlyList<string> Names { get; } = [NasBenchmarks, Kurobako];

    /// <summary>Writes one format.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="folder">The folder of the experiment.</param>
    /// <param name="ids">The runs that are there, in order.</param>
    /// <param name="progress">Receives the done part, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early; every file is whole or not there.</param>
    /// <exception cref="ArgumentException">There is no such format.</exception>
    /// <exception cref="DataFormatException">The file of a run is damaged.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static void Write(
        string name, ExperimentFolder folder, IReadOnlyList<RunId> ids, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(ids);
        switch (name)
        {
            case NasBenchmarks:
                WriteNasBenchmarks(folder, ids, progress, cancellationToken);
                break;
            case Kurobako:
                WriteKurobako(folder, ids, progress, cancellationToken);
                break;
            default:
                throw new ArgumentException($"there is no export '{name}'; there are {string.Join(", ", Names)}", nameof(name));
        }
    }

    private static void WriteNasBenchmarks(ExperimentFolder folder, IReadOnlyList<RunId> ids, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        string[] folders = [.. folder.Plan.Algorithms.Select(planned => NasBenchmarksJson.FolderOf(folder.Plan.NameOf(planned)))];
        for (int i = 0; i < ids.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (int algorithm, int number) = (ids[i].Algorithm, ids[i].Run);
            ScoredRun run = folder.Read(ids[i]);

            // An algorithm that comes again, with other settings, has a folder of its own.
            int earlier = folders.Take(algorithm).Count(other => other == folders[algorithm]);
            string place = earlier == 0 ? folders[algorithm] : string.Create(CultureInfo.InvariantCulture, $"{folders[algorithm]}-{earlier + 1}");
            folder.WriteFile(
                Path.Combine("nas_benchmarks", place, string.Create(CultureInfo.InvariantCulture, $"run_{number}.json")),
                stream => NasBenchmarksJson.Write(stream, run, folder.Data));
            progress?.Report((i + 1.0) / ids.Count);
        }
    }

    private static void WriteKurobako(ExperimentFolder folder, IReadOnlyList<RunId> ids, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        // All studies have the budget of the longest run, so that kurobako compares them.
        long budget = 1;
        for (int i = 0; i < ids.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            budget = Math.Max(budget, KurobakoStudyJson.BudgetOf(folder.Read(ids[i]).Result, folder.Data));
            progress?.Report((i + 1.0) / (2 * ids.Count));
        }

        folder.WriteFile("kurobako.jsonl", stream =>
        {
            for (int i = 0; i < ids.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                using (var json = new Utf8JsonWriter(stream, s_options))
                {
                    KurobakoStudyJson.Write(json, folder.Plan, folder.Data, ids[i], folder.Read(ids[i]), budget);
                }

                stream.Write("\n"u8);
                progress?.Report((ids.Count + i + 1.0) / (2 * ids.Count));
            }
        });
    }
}
