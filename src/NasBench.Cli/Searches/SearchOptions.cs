using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using NasBench.Search;

namespace NasBench.Cli;

/// <summary>The options that make the plan of a search.</summary>
internal sealed class SearchOptions
{
    private const string Baseline = "random";

    private readonly Option<string> _algorithm = new("--algorithm")
    {
        HelpName = "LIST",
        Description = "The algorithms, separated by commas; --help names them.",
    };

    private readonly Option<SearchBudget> _budget = new("--budget")
    {
        HelpName = "UNIT=X",
        Description = "When a run ends: seconds=X (simulated), evaluations=N or epochs=N.",
        CustomParser = ParseBudget,
    };

    private readonly Option<string> _profile = ValueParsers.Word(
        "--profile", "Whose settings: paper, scripts, notebook, naszilla, naslib or nats.", "paper", [.. SearchProfiles.Names]);
    private readonly Option<string> _encoding = ValueParsers.Word(
        "--encoding", "What is searched in, instead of what the profile says.", null, [.. SearchEncoding.All.Select(encoding => encoding.Name)]);

    private readonly Option<string[]> _set = new("--set")
    {
        HelpName = "NAME=VALUE",
        Description = "Another value of a setting; for one algorithm of several as ALGORITHM.NAME=VALUE. Can be given again.",
    };

    private readonly Option<int> _runs = ValueParsers.Integer("--runs", "Runs of each algorithm.", 1, 1, 1_000_000);
    private readonly Option<long> _seed = new("--seed")
    {
        HelpName = "N",
        Description = "Seed of all draws: a whole number from 0. The same seed gives the same results for any number of threads.",
        DefaultValueFactory = _ => 0,
        CustomParser = ParseSeed,
    };

    private readonly Option<string> _regret = ValueParsers.Word("--regret", "Which regret is told.", "test-mean", [.. RegretKinds.Names]);
    private readonly Option<string> _dedup = ValueParsers.Word(
        "--dedup", "What is not evaluated again: nothing, a class, or a raw cell.", "off", "off", "class", "raw");
    private readonly Option<bool> _paysRepeats = new("--pay-repeats") { Description = "With --dedup, an answer from memory costs what the evaluation would." };
    private readonly Option<string> _incumbent = ValueParsers.Word(
        "--incumbent",
        "Choose the incumbent by the value seen, or by the mean of all repeats, each of which is then paid.",
        "seen",
        "seen",
        "mean");
    private readonly Option<bool> _paysFinal = new("--pay-final") { Description = "Pay one more full training of the incumbent at the end of each run." };
    private readonly Option<bool> _countsInvalid = new("--count-invalid") { Description = "Count invalid proposals as evaluations." };
    private readonly Option<bool> _creditsResumed = new("--resume-credit")
    {
        Description = "A class trained for fewer epochs goes on with its repeat and pays the difference alone, as in kurobako.",
    };

    private readonly Option<bool> _addsOwnTime = new("--add-overhead")
    {
        Description = "Add the strategy's own real time to the simulated time; no two executions give the same then.",
    };

    private readonly Option<string> _objectives = ValueParsers.Word(
        "--objectives",
        "What is wanted: accuracy, or also few parameters or a short training, selected by re and nre; each run keeps its front.",
        "accuracy",
        [.. ObjectiveNames.Names]);

    private readonly Option<bool> _baseline = new("--baseline") { Description = "Run random search too, if it is not on the list." };

    private readonly Option<int> _workers = ValueParsers.Integer(
        "--workers", "Simulated workers of each run; random, re, nre and asha take more than one.", 1, 1, 10_000);
    private readonly Option<bool> _commonStart = new("--common-start")
    {
        Description = "Run r of every algorithm begins with the same draws, for paired tests.",
    };

    /// <summary>Adds the options to a command.</summary>
    public SearchOptions(Command command)
    {
        ReadOnlySpan<Option> options =
        [
            _algorithm, _budget, _profile, _encoding, _set, _runs, _seed, _regret, _incumbent, _dedup, _paysRepeats, _paysFinal, _countsInvalid,
            _creditsResumed, _addsOwnTime, _objectives, _baseline, _workers, _commonStart,
        ];
        foreach (Option option in options)
        {
            command.Options.Add(option);
        }

        _algorithm.CompletionSources.Add([.. SearchAlgorithms.All.Select(algorithm => algorithm.Name)]);
        _budget.CompletionSources.Add("seconds=1e7", "evaluations=150", "epochs=16200");
    }

    /// <summary>Makes the plan.</summary>
    /// <exception cref="CommandException">Something is missing or not known: exit code 2.</exception>
    public SearchPlan Read(CommandContext context)
    {
        string list = context.Get(_algorithm) ?? throw CommandException.Usage("--algorithm: which algorithms? 'nasbench help search' lists them");
        if (!context.Has(_budget))
        {
            throw CommandException.Usage("--budget: when does a run end? seconds=X, evaluations=N or epochs=N");
        }

        string[] names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0)
        {
            throw CommandException.Usage("--algorithm: the list is empty");
        }

        if (context.Get(_baseline) && !names.Contains(Baseline))
        {
            names = [.. names, Baseline];
        }

        SearchProfiles.TryParse(context.Get(_profile)!, out SearchProfile profile);
        RegretKinds.TryParse(context.Get(_regret)!, out RegretKind regret);
        List<GivenSetting> settings = [.. (context.Get(_set) ?? []).Select(GivenSetting.Parse)];
        Array.ForEach(names, RequireAlgorithm);
        RequireUse(names, settings);
        try
        {
            return new SearchPlan
            {
                Algorithms = [.. names.Select(name => Plan(context, name, profile, settings))],
                Budget = context.Get(_budget),
                Runs = context.Get(_runs),
                Seed = (ulong)context.Get(_seed),
                Regret = regret,
                Dedup = Enum.Parse<DedupRule>(context.Get(_dedup)!, ignoreCase: true),
                PaysRepeats = context.Get(_paysRepeats),
                IncumbentBy = Enum.Parse<IncumbentValue>(context.Get(_incumbent)!, ignoreCase: true),
                PaysFinal = context.Get(_paysFinal),
                CountsInvalid = context.Get(_countsInvalid),
                CreditsResumed = context.Get(_creditsResumed),
                AddsOwnTime = context.Get(_addsOwnTime),
                Objectives = ObjectiveNames.TryParse(context.Get(_objectives)!, out SearchObjectives objectives) ? objectives : default,
                Workers = context.Get(_workers),
                HasCommonStart = context.Get(_commonStart),
            };
        }
        catch (SearchException failure)
        {
            throw CommandException.Usage(failure.Message);
        }
    }

    private PlannedAlgorithm Plan(CommandContext context, string name, SearchProfile profile, List<GivenSetting> settings)
    {
        // A setting for all algorithms goes to those that have it.
        HashSet<string> own = [.. ProfileTable.SettingsOf(name).Select(setting => setting.Name)];
        IEnumerable<KeyValuePair<string, string>> changes =
            from setting in settings
            where setting.Algorithm == name || (setting.Algorithm is null && own.Contains(setting.Name))
            select new KeyValuePair<string, string>(setting.Name, setting.Value);
        return PlannedAlgorithm.Create(name, profile, context.Get(_encoding), changes);
    }

    private static void RequireAlgorithm(string name)
    {
        if (SearchAlgorithms.Find(name) is null)
        {
            string[] known = [.. SearchAlgorithms.All.Select(algorithm => algorithm.Name)];
            string nearest = NearestWord.Find(name, known) is { } word ? $"; did you mean {word}?" : ".";
            throw CommandException.Usage($"--algorithm: there is no algorithm '{name}'{nearest} There are {string.Join(", ", known)}");
        }
    }

    /// <summary>A setting that none of the algorithms has is a mistake, and so is one for an algorithm that is not run.</summary>
    private static void RequireUse(string[] names, List<GivenSetting> settings)
    {
        foreach (GivenSetting setting in settings)
        {
            if (setting.Algorithm is { } algorithm && !names.Contains(algorithm))
            {
                throw CommandException.Usage($"--set {algorithm}.{setting.Name}: {algorithm} is not one of the algorithms that are run");
            }

            IEnumerable<string> meant = names.Where(name => setting.Algorithm is null || name == setting.Algorithm);
            string[] known = [.. meant.SelectMany(ProfileTable.SettingsOf).Select(line => line.Name).Distinct()];
            if (!known.Contains(setting.Name))
            {
                string nearest = NearestWord.Find(setting.Name, known) is { } word ? $"; did you mean {word}?" : ".";
                throw CommandException.Usage($"--set: there is no setting '{setting.Name}'{nearest} There are {string.Join(", ", known)}");
            }
        }
    }

    private static SearchBudget ParseBudget(ArgumentResult result)
    {
        if (!SearchBudget.TryParse(result.Tokens[0].Value, out SearchBudget budget))
        {
            result.AddError($"--budget: '{result.Tokens[0].Value}' is not seconds=X, evaluations=N or epochs=N with a number above 0");
        }

        return budget;
    }

    private static long ParseSeed(ArgumentResult result)
    {
        if (!long.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out long seed))
        {
            result.AddError($"--seed: '{result.Tokens[0].Value}' is not a whole number from 0 to {long.MaxValue}");
        }

        return seed;
    }
}
