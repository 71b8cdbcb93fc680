namespace NasBench.Search;

/// <summary>One algorithm of an experiment, with its settings.</summary>
/// <param name="Algorithm">The algorithm.</param>
/// <param name="Profile">Whose settings it began with.</param>
/// <param name="Encoding">What it searches in.</param>
/// <param name="Settings">All of its settings.</param>
public sealed record PlannedAlgorithm(SearchAlgorithm Algorithm, SearchProfile Profile, SearchEncoding Encoding, StrategySettings Settings)
{
    /// <summary>The profile for legends: its name, and whether its settings were <c>tuned on this benchmark</c>.</summary>
    public string ProfileText => Profile.GetName() + (ProfileTable.IsTunedHere(Algorithm.Name, Profile) ? ", tuned on this benchmark" : "");

    /// <summary>What an evaluation answers.</summary>
    public RewardRule Reward => Settings.Word("reward") == "mean" ? RewardRule.Mean : RewardRule.Repeat;

    /// <summary>Which evaluation is the best so far.</summary>
    public IncumbentRule Incumbent => Settings.Word("incumbent") switch
    {
        "largest" => IncumbentRule.Largest,
        "full" => IncumbentRule.Full,
        _ => IncumbentRule.Any,
    };

    /// <summary>Plans an algorithm by name.</summary>
    /// <param name="name">The algorithm's name.</param>
    /// <param name="profile">Whose settings it has.</param>
    /// <param name="encoding">Another encoding than the profile's; null for that one.</param>
    /// <param name="changes">Settings with other values than the profile's, by name. A name that only other algorithms have is refused.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="SearchException">
    /// There is no such algorithm, the profile does not define it, the encoding does not fit, or a setting is not one of it.
    /// </exception>
    public static PlannedAlgorithm Create(
        string name, SearchProfile profile, string? encoding = null, IEnumerable<KeyValuePair<string, string>>? changes = null)
    {
        SearchAlgorithm algorithm = SearchAlgorithms.Find(name)
            ?? throw new SearchException($"there is no algorithm '{name}'; there are {string.Join(", ", SearchAlgorithms.All.Select(known => known.Name))}");
        StrategySettings settings = ProfileTable.Find(name, profile)
            ?? throw new SearchException(
                $"the profile {profile.GetName()} does not define {name}; these do: "
                + string.Join(", ", ProfileTable.ProfilesOf(name).Select(known => known.GetName())));
        foreach ((string setting, string value) in changes ?? [])
        {
            settings = settings.With(setting, Check(name, setting, value));
        }

        if (encoding is not null)
        {
            settings = settings.With("encoding", encoding);
        }

        SearchEncoding searched = SearchEncoding.Find(settings.Word("encoding"))
            ?? throw new SearchException(
                $"there is no encoding '{encoding}'; there are {string.Join(", ", SearchEncoding.All.Select(known => known.Name))}");
        if (!algorithm.RunsOn(searched))
        {
            string fitting = string.Join(", ", SearchEncoding.All.Where(algorithm.RunsOn).Select(known => known.Name));
            throw new SearchException($"{name} does not run on the encoding {searched.Name}; it runs on {fitting}");
        }

        return new PlannedAlgorithm(algorithm, profile, searched, settings);
    }

    /// <summary>The value of a setting in its one form.</summary>
    private static string Check(string algorithm, string setting, string value)
    {
        ProfileSetting[] known = [.. ProfileTable.SettingsOf(algorithm)];
        ProfileSetting? found = known.LastOrDefault(line => line.Name == setting);
        if (found is null)
        {
            throw new SearchException($"{algorithm} has no setting '{setting}'; it has {string.Join(", ", known.Select(line => line.Name).Distinct())}");
        }

        string oneOf = found.Domain.Kind == SettingKind.Word ? "one of " : "";
        return found.Domain.Contains(value)
            ? found.Domain.Normalize(value)
            : throw new SearchException($"{algorithm}: {setting} must be {oneOf}{found.Domain}, not '{value}'");
    }
}
