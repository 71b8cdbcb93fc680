using System.CommandLine;
using NasBench.Search;

namespace NasBench.Cli;

/// <summary>The options that choose algorithms and their settings.</summary>
internal sealed class AlgorithmOptions
{
    private readonly Option<string> _algorithm = new("--algorithm")
    {
        HelpName = "LIST",
        Description = "The algorithms, separated by commas; --help names them.",
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

    /// <summary>Adds the options to a command.</summary>
    public AlgorithmOptions(Command command)
    {
        ReadOnlySpan<Option> options = [_algorithm, _profile, _encoding, _set];
        foreach (Option option in options)
        {
            command.Options.Add(option);
        }

        _algorithm.CompletionSources.Add([.. SearchAlgorithms.All.Select(algorithm => algorithm.Name)]);
    }

    /// <summary>The algorithms as the help lists them.</summary>
    public static string Help => string.Join('\n', SearchAlgorithms.All.Select(algorithm => $"  {algorithm.Name,-14} {algorithm.Title}"));

    /// <summary>Whether an encoding was given, instead of the profile's.</summary>
    public bool HasEncoding(CommandContext context) => context.Has(_encoding);

    /// <summary>The algorithms, at least one.</summary>
    /// <param name="context">The running command.</param>
    /// <param name="baseline">One that is run too, if it is not on the list; null for none.</param>
    /// <exception cref="CommandException">Something is missing or not known: exit code 2.</exception>
    public PlannedAlgorithm[] Read(CommandContext context, string? baseline = null)
    {
        string command = context.Parsed.CommandResult.Command.Name;
        string list = context.Get(_algorithm) ?? throw CommandException.Usage($"--algorithm: which algorithms? 'nasbench help {command}' lists them");
        string[] names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0)
        {
            throw CommandException.Usage("--algorithm: the list is empty");
        }

        if (baseline is not null && !names.Contains(baseline))
        {
            names = [.. names, baseline];
        }

        SearchProfiles.TryParse(context.Get(_profile)!, out SearchProfile profile);
        List<GivenSetting> settings = [.. (context.Get(_set) ?? []).Select(GivenSetting.Parse)];
        Array.ForEach(names, RequireAlgorithm);
        RequireUse(names, settings);
        try
        {
            return [.. names.Select(name => Plan(context, name, profile, settings))];
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
}
