using System.CommandLine;
using NasBench.Data;
using NasBench.Search;

namespace NasBench.Cli;

/// <summary><c>search</c>: search strategies against a data set.</summary>
internal sealed class SearchCommand : NasBenchCommand
{
    private readonly Argument<string> _file = DataFileArgument.Create();
    private readonly Option<bool> _noVerify = DataFileArgument.CreateNoVerify();
    private readonly SearchOptions _search;
    private readonly Option<int> _threads = ValueParsers.Integer("--threads", "Threads; 0 for one for each processor.", 0, 0, 1024);
    private readonly Option<string> _trace = new("--trace") { HelpName = "FILE|-", Description = "Write a JSON object for each evaluation." };

    /// <summary>Declares the options.</summary>
    public SearchCommand()
        : base("search", CommandGroup.Data, "Search strategies, run against a data set and compared.")
    {
        Arguments.Add(_file);
        Options.Add(_noVerify);
        _search = new SearchOptions(this);
        Options.Add(_threads);
        Options.Add(_trace);
    }

    /// <inheritdoc/>
    public override string Details =>
        $"""
        Algorithms:
        {string.Join('\n', SearchAlgorithms.All.Select(algorithm => $"  {algorithm.Name,-14} {algorithm.Title}"))}

        A query costs the simulated training time of the repeat that is drawn, each time; an invalid cell costs nothing and is counted apart. The budget is
        checked after each evaluation. The regret is that of the best evaluation by validation accuracy; optima are those of the data in use.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "nasbench search builtin --algorithm random,re,ls --runs 20 --budget seconds=1e6",
        "nasbench search builtin --algorithm re --set population_size=50 --budget evaluations=1000 --trace -",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        SearchPlan plan = _search.Read(context);
        using Dataset data = DatasetOpener.Open(context, DataFile.Find(context, context.Get(_file)), verifies: !context.Get(_noVerify));
        Experiment experiment = Start(data, plan);
        Provenance provenance = data.FindProvenance(null, context.Cancellation);
        if (provenance.IsMadeUp())
        {
            context.Warn($"the values of this data set are {provenance.GetName()}: some or all are made up by a formula, not measured");
        }

        Optima optima = new(data, context.Cancellation);
        string? trace = context.Get(_trace);
        RunResult[][] results = [.. plan.Algorithms.Select(_ => new RunResult[plan.Runs])];
        IReadOnlyList<RunFailure> failures = context.WithProgress(
            "Searching",
            progress => experiment.Run(
                [.. experiment.AllRuns],
                (id, result) => results[id.Algorithm][id.Run] = result,
                keepsRecords: trace is not null,
                context.Get(_threads),
                progress,
                context.Cancellation));
        foreach (RunFailure failure in failures)
        {
            context.Console.WriteErrorLine($"{plan.Algorithms[failure.Id.Algorithm].Algorithm.Name}, run {failure.Id.Run}: {failure.Exception.Message}");
        }

        if (trace is not null)
        {
            WriteTrace(context, trace, data, optima, plan, results);
        }

        ExperimentSummary summary = new(plan, optima, provenance, [.. results.Select(runs => runs.Where(run => run is not null).ToArray())]);
        if (context.Json)
        {
            JsonText.WriteDocument(context.Output, json => SummaryJson.Write(json, summary));
        }
        else if (trace != "-")
        {
            SearchTable.Write(context.Console, summary);
        }

        return failures.Count > 0 ? ExitCode.No : ExitCode.Done;
    }

    private static Experiment Start(Dataset data, SearchPlan plan)
    {
        try
        {
            return new Experiment(data, plan);
        }
        catch (SearchException failure)
        {
            throw CommandException.Usage(failure.Message);
        }
    }

    private static void WriteTrace(CommandContext context, string file, Dataset data, Optima optima, SearchPlan plan, RunResult[][] results)
    {
        if (file == "-")
        {
            Write(context.Output);
            return;
        }

        using OutputFile output = new(file);
        Write(output.Output);
        output.Complete();

        void Write(Utf8Output to)
        {
            for (int algorithm = 0; algorithm < results.Length; algorithm++)
            {
                foreach (RunResult result in results[algorithm].Where(result => result is not null))
                {
                    context.Cancellation.ThrowIfCancellationRequested();
                    SearchTrace.Write(to, data, optima, plan, new RunId(algorithm, result.Run), result);
                }
            }
        }
    }
}
