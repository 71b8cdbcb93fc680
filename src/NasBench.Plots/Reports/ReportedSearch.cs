using System.Text.Json;
using NasBench.Search;

namespace NasBench.Plots;

/// <summary>The folder of a search as a report shows it: what it came to, its curves over simulated time, its regrets at the end.</summary>
public sealed class ReportedSearch
{
    private readonly IReadOnlyList<IReadOnlyList<ScoredRun>> _runs;

    private ReportedSearch(ExperimentSummary summary, IReadOnlyList<IReadOnlyList<ScoredRun>> runs)
    {
        Summary = summary;
        _runs = runs;
    }

    /// <summary>What the search came to.</summary>
    public ExperimentSummary Summary { get; }

    /// <summary>Reads the folder of a search.</summary>
    /// <param name="path">The folder, as <c>nasbench search --out</c> leaves it.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The search, without runs that are not finished.</returns>
    /// <exception cref="SearchException">The folder holds no search, or no finished run.</exception>
    /// <exception cref="Data.DataFormatException">The file of a run is damaged.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static ReportedSearch Read(string path, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var folder = ExperimentFolder.Open(path);
        RunId[] ids = [.. folder.AllRuns.Where(folder.Has)];
        if (ids.Length == 0)
        {
            throw new SearchException($"{path}: holds a search without a finished run");
        }

        List<ScoredRun>[] runs = [.. folder.Plan.Algorithms.Select(_ => new List<ScoredRun>())];
        for (int i = 0; i < ids.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ScoredRun run = folder.Read(ids[i]);
            runs[ids[i].Algorithm].Add(run with { Result = run.Result with { Records = [] }, Values = [] });
            progress?.Report((i + 1.0) / ids.Length);
        }

        return new ReportedSearch(new ExperimentSummary(folder.Plan, folder.Data, runs), runs);
    }

    /// <summary>Writes the search as the page's script reads it.</summary>
    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("summary");
        SummaryJson.Write(json, Summary);
        json.WriteEndObject();
        StepCurve[][] curves = [.. _runs.Select(runs => runs.Where(run => run.Scores.Count > 0).Select(CreateCurve).ToArray())];
        WriteCurves(json, curves);
        json.WriteStartArray("finals");
        for (int algorithm = 0; algorithm < curves.Length; algorithm++)
        {
            json.WriteStartObject();
            json.WriteString("algorithm", Summary.Algorithms[algorithm].Name);
            WriteArray(json, "regret", curves[algorithm].Select(curve => curve.Values[^1]));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("checklist");
        foreach (Practice practice in PracticeChecklist.Fill(Summary))
        {
            json.WriteStartObject();
            json.WriteNumber("number", practice.Number);
            json.WriteString("practice", practice.Text);
            json.WriteString("answer", practice.Answer);
            json.WriteString("how", practice.How);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The curves of the algorithms all of whose runs have an incumbent at some time, on one grid.</summary>
    private void WriteCurves(Utf8JsonWriter json, StepCurve[][] curves)
    {
        StepCurve[][] drawn = [.. curves.Where(each => each.Length > 0)];
        string[] names = [.. Summary.Algorithms.Where((_, algorithm) => curves[algorithm].Length > 0).Select(algorithm => algorithm.Name)];
        double end = _runs.SelectMany(runs => runs).Min(run => run.Result.SpentSeconds);
        double[] times = TimeGrid.Create(drawn.SelectMany(each => each), end);
        double[][] ranks = times.Length == 0 ? [] : CurveComparison.MeanRanks(drawn, times);
        json.WriteStartArray("curves");
        for (int algorithm = 0; algorithm < drawn.Length && times.Length > 0; algorithm++)
        {
            double[][] values = CurveComparison.ValuesAt(drawn[algorithm], times);
            Array.ForEach(values, Array.Sort);
            json.WriteStartObject();
            json.WriteString("algorithm", names[algorithm]);
            WriteArray(json, "seconds", times);
            WriteArray(json, "mean", values.Select(row => Samples.Mean(row)));
            WriteArray(json, "median", values.Select(row => Samples.Quantile(row, 0.5)));
            WriteArray(json, "q25", values.Select(row => Samples.Quantile(row, 0.25)));
            WriteArray(json, "q75", values.Select(row => Samples.Quantile(row, 0.75)));
            WriteArray(json, "rank", ranks[algorithm]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteArray(Utf8JsonWriter json, string name, IEnumerable<double> values)
    {
        json.WriteStartArray(name);
        foreach (double value in values)
        {
            ReportColumns.WriteRounded(json, value);
        }

        json.WriteEndArray();
    }

    private StepCurve CreateCurve(ScoredRun run)
        => new([.. run.Result.Incumbents.Select(incumbent => incumbent.Seconds)], [.. run.Scores.Select(score => score[Summary.Plan.Regret])]);
}
