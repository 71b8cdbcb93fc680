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
    private readonly Option<string> _out = new("--out")
    {
        HelpName = "DIR",
        Description = "Keep runs and results in a folder; the same command continues a search that was stopped.",
    };

    private readonly Option<string> _trace = new("--trace") { HelpName = "FILE|-", Description = "Write a JSON object for each evaluation." };
    private readonly Option<string> _format = ValueParsers.Word("--format", "Format of the tables in the folder.", TraceFormats.Names[0], TraceFormats.Names);
    private readonly Option<string[]> _exports = new("--export")
    {
        HelpName = "NAME",
        Description = "Write the results into --out for other tools too: nas-benchmarks, kurobako. Can be given again.",
    };

    private readonly Option<string> _settings = new("--settings")
    {
        HelpName = "FILE",
        Description = "Run what a settings.json says, instead of --algorithm and --budget.",
    };

    private readonly Option<string> _shard = new("--shard") { HelpName = "I/N", Description = "Do only part I of N; needs --out." };
    private readonly Option<int> _shards = ValueParsers.Integer(
        "--shards", "The number of parts, where Slurm or Kubernetes says which one this is.", 0, 1, 1_000_000);

    private readonly Option<string[]> _merge = new("--merge")
    {
        HelpName = "DIR",
        Description = "Join the folders of all shards into --out; no data set is needed.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string[]> _compare = new("--compare")
    {
        HelpName = "DIR",
        Description = "Compare the algorithms over the folders of several searches: average ranks, Friedman's test, critical difference.",
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>Declares the options.</summary>
    public SearchCommand()
        : base("search", CommandGroup.Data, "Search strategies, run against a data set and compared.")
    {
        Arguments.Add(_file);
        Options.Add(_noVerify);
        _search = new SearchOptions(this);
        ReadOnlySpan<Option> options = [_threads, _out, _trace, _format, _exports, _settings, _shard, _shards, _merge, _compare];
        foreach (Option option in options)
        {
            Options.Add(option);
        }

        _exports.CompletionSources.Add([.. ResultExports.Names]);
    }

    /// <inheritdoc/>
    public override string Details =>
        $"""
        Algorithms:
        {AlgorithmOptions.Help}

        A query costs the simulated training time of the repeat that is drawn, each time; an invalid cell costs nothing and is counted apart. The budget is
        checked after each evaluation. The regret is that of the best evaluation by validation accuracy; optima are those of the data in use.

        --out keeps a file for each finished run, so that nothing is lost when the search is stopped. Once all runs are there, the folder holds evaluations,
        incumbents, curves, summary.json and settings.json. In a Slurm job array, or an indexed job of Kubernetes with --shards N, each task does its share
        of the runs by itself; they can share a folder, or have one each, for --merge to join.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "nasbench search builtin --algorithm random,re --runs 20 --budget seconds=1e6",
        "nasbench search builtin --algorithm re --budget evaluations=100 --trace -",
        "nasbench search builtin --algorithm re --runs 50 --budget epochs=1e5 --out re",
        "nasbench search --merge part1 part2 --out whole --export kurobako",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        RequireExports(context);
        if (context.Get(_compare) is { Length: > 0 } problems)
        {
            return Compare(context, problems);
        }

        return context.Get(_merge) is { Length: > 0 } parts ? Merge(context, parts) : Search(context);
    }

    private void RequireExports(CommandContext context)
    {
        string[] names = context.Get(_exports) ?? [];
        if (names.FirstOrDefault(name => !ResultExports.Names.Contains(name)) is { } unknown)
        {
            throw CommandException.Usage($"--export: '{unknown}' is not one of {string.Join(", ", ResultExports.Names)}");
        }

        if (names.Length > 0 && context.Get(_out) is null)
        {
            throw CommandException.Usage("--export: needs --out, the folder where it is written");
        }
    }

    private ExitCode Search(CommandContext context)
    {
        (SearchPlan plan, string? fingerprint) = ReadPlan(context);
        string? path = context.Get(_out);
        var shard = ShardChoice.Find(context, context.Get(_shard), context.Has(_shards) ? context.Get(_shards) : 0);
        GivenName.Require("--out", path ?? "-");
        if (path is null && shard != Shard.Whole)
        {
            throw CommandException.Usage("--shard: a part of a search needs --out, the folder for its runs");
        }

        using Dataset data = DatasetOpener.Open(context, DataFile.Find(context, context.Get(_file)), verifies: !context.Get(_noVerify));
        Experiment experiment = Guard(() => new Experiment(data, plan));
        Provenance provenance = data.FindProvenance(null, context.Cancellation);
        if (provenance.IsMadeUp())
        {
            context.Warn($"the values of this data set are {provenance.GetName()}: some or all are made up by a formula, not measured");
        }

        Optima optima = new(data, context.Cancellation);
        string hash = path is null && fingerprint is null ? "" : DataFingerprint.Compute(data, context.Cancellation);
        if (fingerprint is not null && fingerprint != hash)
        {
            throw CommandException.Usage($"{context.Get(_settings)}: was run against other data: {fingerprint} there, {hash} here");
        }

        ObjectiveTable? objectives = plan.Objectives == SearchObjectives.Accuracy
            ? null
            : new ObjectiveTable(data, optima, plan.Objectives, context.Cancellation);
        SearchedData searched = SearchedData.Create(data, optima, provenance, hash) with { Scale = objectives?.Scale };
        ExperimentFolder? folder = path is null ? null : OpenFolder(path, plan, searched);
        SearchSession session = new(context, plan, searched, folder, keepsRecords: context.Get(_trace) is not null);
        RunId[] ids = [.. shard.Select(plan.AllRuns)];
        IReadOnlyList<RunFailure> failures = GuardOutput(path, () => session.Run(experiment, data, optima, objectives, ids, context.Get(_threads)));
        foreach (RunFailure failure in failures)
        {
            context.Console.WriteErrorLine($"{plan.Algorithms[failure.Id.Algorithm].Algorithm.Name}, run {failure.Id.Run}: {failure.Exception.Message}");
        }

        ExperimentSummary summary = session.Summarize(ids);
        if (folder is not null)
        {
            Finish(context, folder, session, path!);
        }

        Tell(context, ids, session.Find, summary);
        return failures.Count > 0 ? ExitCode.No : ExitCode.Done;
    }

    private static ExitCode Compare(CommandContext context, string[] paths)
    {
        var comparison = SearchComparison.Read(paths);
        if (comparison.IsMadeUp)
        {
            context.Warn("some or all values of these searches are made up by a formula, not measured");
        }

        if (context.Json)
        {
            JsonText.WriteDocument(context.Output, comparison.Write);
        }
        else
        {
            comparison.WriteTable(context.Console);
        }

        return ExitCode.Done;
    }

    private ExitCode Merge(CommandContext context, string[] parts)
    {
        string path = context.Get(_out) ?? throw CommandException.Usage("--merge: needs --out, the folder for the whole");
        ExperimentFolder folder = GuardOutput(path, () => SearchMerge.Run(parts, path));
        SearchSession session = new(context, folder.Plan, folder.Data, folder, keepsRecords: false);
        if (folder.Data.Provenance.IsMadeUp())
        {
            context.Warn($"the values of this search are {folder.Data.Provenance.GetName()}: some or all are made up by a formula, not measured");
        }

        Finish(context, folder, session, path);
        RunId[] ids = [.. folder.AllRuns];
        Tell(context, ids, session.Find, session.Summarize(ids));
        return ExitCode.Done;
    }

    private (SearchPlan Plan, string? Fingerprint) ReadPlan(CommandContext context)
    {
        string? file = context.Get(_settings);
        if (file is null)
        {
            return (_search.Read(context), null);
        }

        byte[] text;
        try
        {
            text = File.ReadAllBytes(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw CommandException.Input($"{file}: cannot be read: {failure.Message}", failure);
        }

        try
        {
            (SearchPlan plan, SearchedData data) = SettingsJson.Read(text, file);
            return (plan, data.Fingerprint);
        }
        catch (SearchException failure)
        {
            throw CommandException.Input(failure.Message, failure);
        }
    }

    /// <summary>Writes the results, once every run of every shard is there.</summary>
    private void Finish(CommandContext context, ExperimentFolder folder, SearchSession session, string path)
    {
        RunId[] all = [.. folder.AllRuns];
        int there = all.Count(folder.Has);
        if (there < all.Length)
        {
            context.Tell($"{path}: {there} of {all.Length} runs are there; results are written when all are");
            return;
        }

        string format = context.Get(_format)!;
        string provenance = folder.Data.Provenance.GetName();
        GuardOutput(path, () => context.WithProgress("Writing", progress =>
        {
            FolderResults.WriteTables(
                folder, all, "." + format, stream => TraceFormats.Create(format, stream, provenance), progress, context.Cancellation);
            ExperimentSummary summary = session.Summarize(all);
            folder.WriteFile("curves." + format, stream => TraceFormats.WriteCurves(format, stream, summary));
            FolderResults.WriteSummary(folder, summary);
            return 0;
        }));
        foreach (string export in (context.Get(_exports) ?? []).Distinct())
        {
            GuardOutput(path, () => context.WithProgress(export, progress =>
            {
                ResultExports.Write(export, folder, all, progress, context.Cancellation);
                return 0;
            }));
        }
    }

    private void Tell(CommandContext context, RunId[] ids, Func<RunId, ScoredRun?> find, ExperimentSummary summary)
    {
        string? trace = context.Get(_trace);
        if (trace == "-")
        {
            WriteTrace(context, context.Output, summary, ids, find);
        }
        else if (trace is not null)
        {
            using OutputFile output = new(trace);
            WriteTrace(context, output.Output, summary, ids, find);
            output.Complete();
        }

        if (context.Json)
        {
            JsonText.WriteDocument(context.Output, json => SummaryJson.Write(json, summary));
        }
        else if (trace != "-")
        {
            SearchTable.Write(context.Console, summary);
        }
    }

    private static void WriteTrace(CommandContext context, Utf8Output output, ExperimentSummary summary, RunId[] ids, Func<RunId, ScoredRun?> find)
    {
        foreach (RunId id in ids)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (find(id) is { } run)
            {
                SearchTrace.Write(output, summary.Plan, summary.Data.Provenance.GetName(), id, run);
            }
        }
    }

    private static ExperimentFolder OpenFolder(string path, SearchPlan plan, SearchedData data)
        => GuardOutput(path, () => Guard(() => ExperimentFolder.Open(path, plan, data)));

    /// <summary>What does not fit is wrong usage.</summary>
    private static T Guard<T>(Func<T> start)
    {
        try
        {
            return start();
        }
        catch (SearchException failure)
        {
            throw CommandException.Usage(failure.Message);
        }
    }

    /// <summary>Failures to write are the folder's.</summary>
    private static T GuardOutput<T>(string? path, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception failure) when (path is not null && OutputFile.IsFileFailure(failure))
        {
            throw OutputFile.Explain(path, failure);
        }
    }
}
