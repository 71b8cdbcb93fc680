using static NasBench.Search.SettingDomain;

namespace NasBench.Search;

/// <summary>Every setting of every source. The page on search shows this table; a test compares them.</summary>
/// <remarks>
/// A profile defines an algorithm if it has a value for the setting <c>encoding</c> of it. What the paper does not have (local search, DEHB,
/// predictors and so on) has our settings in its column.
/// </remarks>
public static class ProfileTable
{
    // SMAC, BOHB, evolution and REINFORCE; TPE and Hyperband were left as they come (supplement S2).
    private static readonly string[] s_tunedByPaper = ["smac", "bohb", "re", "reinforce"];

    private static readonly SettingDomain s_encoding = OneOf([.. SearchEncoding.All.Select(encoding => encoding.Name)]);
    private static readonly SettingDomain s_count = Whole(1, 1_000_000);
    private static readonly SettingDomain s_initial = Whole(0, 1_000_000);
    private static readonly SettingDomain s_part = Number(0, 1);
    private static readonly SettingDomain s_yes = OneOf("yes", "no");

    /// <summary>All settings: those of all algorithms first.</summary>
    public static IReadOnlyList<ProfileSetting> All { get; } = CreateAll();

    /// <summary>The settings of an algorithm in a profile.</summary>
    /// <param name="algorithm">The algorithm's name.</param>
    /// <param name="profile">The profile.</param>
    /// <returns>The settings; null where the profile does not define the algorithm.</returns>
    public static StrategySettings? Find(string algorithm, SearchProfile profile)
    {
        if (All.All(setting => setting.Algorithm != algorithm || setting.Name != "encoding" || setting.In(profile) is null))
        {
            return null;
        }

        return new StrategySettings(
            from setting in SettingsOf(algorithm)
            let value = setting.In(profile)
            where value is not null
            select new KeyValuePair<string, string>(setting.Name, setting.Domain.Normalize(value)));
    }

    /// <summary>The lines that hold for an algorithm, those of all algorithms included.</summary>
    /// <param name="algorithm">The algorithm's name.</param>
    public static IEnumerable<ProfileSetting> SettingsOf(string algorithm) => All.Where(setting => setting.Algorithm == "*" || setting.Algorithm == algorithm);

    /// <summary>The profiles that define an algorithm.</summary>
    /// <param name="algorithm">The algorithm's name.</param>
    public static IEnumerable<SearchProfile> ProfilesOf(string algorithm)
        => Enum.GetValues<SearchProfile>().Where(profile => Find(algorithm, profile) is not null);

    /// <summary>
    /// Whether the source chose the settings of an algorithm by its results on this very table, which favours it over one whose settings come from elsewhere.
    /// </summary>
    /// <param name="algorithm">The algorithm's name.</param>
    /// <param name="profile">The profile.</param>
    public static bool IsTunedHere(string algorithm, SearchProfile profile) => profile == SearchProfile.Paper && s_tunedByPaper.Contains(algorithm);

    // Columns: paper, scripts, notebook, naszilla, naslib, nats.
    private static ProfileSetting[] CreateAll() =>
    [
        Row("*", "epochs", Whole(0, 1_000_000), "0 0 0 0 0 12", "epochs of a full training; 0 is the most that the data hold"),
        Row(
            "*", "reward", OneOf("repeat", "mean"), "repeat repeat repeat mean repeat repeat",
            "what an evaluation answers: one repeat drawn at random, or the mean of all"),
        Row("*", "incumbent", OneOf("any", "largest", "full"), "any any any any any largest", "which evaluation is the best one where budgets differ"),

        Row("random", "encoding", s_encoding, "a-raw9 a-raw9 raw raw raw raw", "what is searched in"),
        Row(
            "random", "skips", OneOf("nothing", "class", "path"), "nothing nothing nothing path nothing nothing",
            "what is drawn again if it was evaluated before"),

        Row("re", "encoding", s_encoding, "a-raw9 a-raw9 raw raw raw raw", "what is searched in"),
        Row("re", "population_size", s_count, "100 100 50 30 30 10", "members of the population"),
        Row("re", "initial", s_initial, "0 0 0 10 0 0", "random members before the first tournament; 0 is as many as the population has"),
        Row("re", "shrinks", s_yes, "no no no yes no no", "whether a member dies at the birth that makes the population full; it has one fewer from then on"),
        Row("re", "tournament_size", s_count, "10 10 10 10 10 3", "members drawn for a tournament"),
        Row("re", "replacement", s_yes, "yes yes no yes yes yes", "whether a tournament can draw a member twice"),
        Row(
            "re", "ties", OneOf("first", "youngest"), "first first youngest first first first",
            "who of equal members wins a tournament: the first drawn, or the youngest"),
        .. MutationRows("re", "one one some some some one", "- - 3 1 3 -", "- - 1 1 1.6666666666666667 -"),

        Row("nre", "encoding", s_encoding, "a-raw9 - - raw - -", "what is searched in"),
        Row("nre", "population_size", s_count, "100 - - 30 - -", "members of the population"),
        Row("nre", "initial", s_initial, "0 - - 10 - -", "random members before the first tournament; 0 is as many as the population has"),
        Row("nre", "shrinks", s_yes, "no - - yes - -", "whether a member dies at the birth that makes the population full; it has one fewer from then on"),
        Row("nre", "tournament_size", s_count, "10 - - 10 - -", "members drawn for a tournament"),
        Row("nre", "replacement", s_yes, "yes - - yes - -", "whether a tournament can draw a member twice"),
        Row("nre", "ties", OneOf("first", "youngest"), "first - - first - -", "who of equal members wins a tournament"),
        .. MutationRows("nre", "one - - some - -", "- - - 1 - -", "- - - 1 - -"),

        .. LocalSearchRows("ls", "raw - - raw raw -", "1 - - 10 10 -", "first - - first steepest -", "raw - - naszilla naszilla -", "restart"),
        .. LocalSearchRows("ls-steepest", "raw - - raw raw -", "1 - - 10 10 -", "steepest - - steepest steepest -", "raw - - naszilla naszilla -", "restart"),
        .. LocalSearchRows("ls-best-first", "raw - - raw - -", "1 - - 10 - -", "first - - first - -", "raw - - naszilla - -", "best-first"),
        .. LocalSearchRows("ls-once", "raw - - raw - -", "1 - - 10 - -", "first - - first - -", "raw - - naszilla - -", "random"),
        .. LocalSearchRows("ls-naszilla", "raw - - raw - -", "10 - - 10 - -", "first - - first - -", "naszilla - - naszilla - -", "restart"),

        Row("annealing", "encoding", s_encoding, "raw - - - - -", "what is searched in"),
        Row(
            "annealing", "initial_temperature", Number(0, 10), "0 - - - - -",
            "the temperature at the start; 0 is the standard deviation of 20 random losses"),
        Row("annealing", "final_temperature", Number(1e-12, 10), "0.0001 - - - - -", "the temperature at the end of the budget"),

        Row("mutate-best", "encoding", s_encoding, "raw - - raw - -", "what is searched in"),
        Row("mutate-best", "initial", s_initial, "10 - - 10 - -", "random evaluations first"),
        .. MutationRows("mutate-best", "some - - some - -", "1 - - 1 - -", "1 - - 1 - -"),

        Row("bananas", "encoding", s_encoding, "raw - - raw raw -", "what is searched in"),
        Row("bananas", "initial", s_count, "10 - - 10 10 -", "random evaluations first"),
        Row("bananas", "batch", s_count, "10 - - 10 10 -", "evaluations for each training of the networks"),
        Row("bananas", "ensemble", Whole(1, 1000), "5 - - 5 3 -", "the number of networks"),
        Row("bananas", "features", OneOf("one-hot", "path", "path-40", "adjacency"), "path-40 - - path-40 one-hot -", "what a network sees of a cell"),
        Row(
            "bananas", "acquisition", OneOf("mean", "ucb", "ei", "its"), "its - - its its -",
            "what is lowest is evaluated: the mean, half a deviation below it, less the expected improvement, or a draw"),
        Row("bananas", "candidates", Whole(1, 100_000), "100 - - 100 200 -", "mutations that are predicted"),
        Row("bananas", "parents", Whole(1, 1000), "1 - - 1 5 -", "the best cells, which are mutated"),
        Row("bananas", "distinct", s_yes, "yes - - yes no -", "whether no cell is evaluated twice"),
        Row(
            "bananas", "identity", OneOf("class", "path"), "class - - path class -",
            "which cells are the same: those of one class, or those with the same paths"),
        Row("bananas", "training_epochs", s_count, "150 - - 150 150 -", "how often a network sees each evaluation"),
        .. MutationRows("bananas", "some - - some some -", "1 - - 1 3 -", "1 - - 1 1.6666666666666667 -"),

        Row("reinforce", "encoding", s_encoding, "a-raw9 a-raw9 - - - raw", "what is searched in"),
        Row("reinforce", "learning_rate", Number(0, 1000), "0.5 0.1 - - - 0.01", "step of the logits; for rewards from 0 to 1, or in percent as below"),
        Row("reinforce", "optimizer", OneOf("ascent", "adam"), "ascent ascent - - - adam", "plain gradient ascent, or Adam"),
        Row("reinforce", "momentum", s_part, "0.9 0.9 - - - 0.9", "of the moving average that is the baseline"),
        Row("reinforce", "reward_scale", Number(0, 1000), "1 1 - - - 100", "multiplies the validation accuracy"),
        Row("reinforce", "initial_deviation", Number(0, 100), "0 0 - - - 0.001", "standard deviation of the first logits"),

        Row("tpe", "encoding", s_encoding, "a-raw9 a-raw9 - - - -", "what is searched in"),
        Row("tpe", "startup", Whole(0, 1_000_000), "20 20 - - - -", "random evaluations first, invalid ones included"),
        Row("tpe", "gamma", s_part, "0.25 0.25 - - - -", "how many are good: gamma times the square root of the number of evaluations"),
        Row("tpe", "max_good", s_count, "25 25 - - - -", "at most so many are good"),
        Row("tpe", "candidates", s_count, "24 24 - - - -", "candidates for each parameter"),
        Row("tpe", "prior_weight", Number(0, 1000), "1 1 - - - -", "weight of the prior in each density"),
        Row("tpe", "linear_forgetting", s_count, "25 25 - - - -", "the youngest so many weigh 1, older ones less"),

        Row("halving", "encoding", s_encoding, "a-raw9 - - - - -", "what is searched in"),
        Row("halving", "eta", Whole(2, 100), "3 - - - - -", "one of so many goes on"),
        Row("halving", "min_epochs", Whole(0, 1_000_000), "0 - - - - -", "epochs of the first rung; 0 is the fewest that the data hold"),
        Row("halving", "bracket", Whole(0, 100), "0 - - - - -", "0 is the bracket with the most rungs"),

        Row("hyperband", "encoding", s_encoding, "a-raw9 a-raw9 - - - raw", "what is searched in"),
        Row("hyperband", "eta", Whole(2, 100), "3 3 - - - 3", "one of so many goes on"),
        Row("hyperband", "min_epochs", Whole(0, 1_000_000), "0 0 - - - 0", "epochs of the lowest rung; 0 is the fewest that the data hold"),

        Row("bohb", "encoding", s_encoding, "a-raw9 a-raw9 - - - raw", "what is searched in"),
        Row("bohb", "eta", Whole(2, 100), "3 3 - - - 3", "one of so many goes on"),
        Row("bohb", "min_epochs", Whole(0, 1_000_000), "0 0 - - - 0", "epochs of the lowest rung; 0 is the fewest that the data hold"),
        Row("bohb", "num_samples", s_count, "4 64 - - - 4", "candidates for each proposal"),
        Row("bohb", "random_fraction", s_part, "0 0.33 - - - 0", "part of the proposals that are uniform"),
        Row("bohb", "bandwidth_factor", Number(0, 1000), "3 3 - - - 3", "widens the draws of continuous parameters"),
        Row("bohb", "min_bandwidth", Number(0, 1), "0.3 0.3 - - - 0.3", "the narrowest kernel"),
        Row("bohb", "top_n_percent", Whole(1, 99), "15 15 - - - 15", "percent of the evaluations that are good"),

        Row("predictor", "encoding", OneOf("class"), "class - - - - -", "what is searched in"),
        Row("predictor", "model", OneOf("forest", "ridge", "gp"), "forest - - - - -", "a random forest, ridge regression or a Gaussian process"),
        Row("predictor", "features", OneOf("one-hot", "path", "path-40", "adjacency"), "one-hot - - - - -", "what the model sees of a cell"),
        Row("predictor", "acquisition", OneOf("mean", "ucb", "ei", "its"), "ei - - - - -", "what is best of all classes"),
        Row("predictor", "initial", s_initial, "20 - - - - -", "random classes first"),
        Row("predictor", "batch", s_count, "10 - - - - -", "evaluations before the model is fitted again"),

        Row("smac", "encoding", s_encoding, "a-raw9 a-raw9 - - - -", "what is searched in"),
        Row("smac", "trees", Whole(1, 1000), "5 10 - - - -", "trees of the forest"),
        Row("smac", "random_share", s_part, "0.33 0.33 - - - -", "part of the challengers that are uniform"),
        Row("smac", "max_evaluations", s_count, "1 4 - - - -", "evaluations of the incumbent at most"),
        Row("smac", "local_searches", s_initial, "10 10 - - - -", "local searches for the highest expected improvement"),
        Row("smac", "random_candidates", s_count, "4990 4990 - - - -", "uniform candidates"),
        Row("smac", "feature_share", s_part, "0.8333333333333334 0.8333333333333334 - - - -", "part of the parameters that a split may use"),
        Row("smac", "min_split", s_count, "3 3 - - - -", "a node of fewer samples is a leaf"),
        Row("smac", "min_leaf", s_count, "3 3 - - - -", "the fewest samples on each side of a split"),
        Row("smac", "max_depth", Whole(0, 1000), "20 20 - - - -", "the most splits from the root to a leaf"),

        Row("asha", "encoding", s_encoding, "a-raw9 - - - - -", "what is searched in"),
        Row("asha", "eta", Whole(2, 100), "3 - - - - -", "one of so many goes on"),
        Row(
            "asha", "rule", OneOf("stopping", "promotion"), "promotion - - - - -",
            "whether a trial goes on at once if it is good enough, or is promoted when it turns out to be"),
        Row("asha", "min_epochs", Whole(0, 1_000_000), "0 - - - - -", "epochs of the lowest rung; 0 is the fewest that the data hold"),

        Row("dehb", "encoding", s_encoding, "a-raw9 - - - - -", "what is searched in"),
        Row("dehb", "eta", Whole(2, 100), "3 - - - - -", "one of so many goes on"),
        Row("dehb", "min_epochs", Whole(0, 1_000_000), "0 - - - - -", "epochs of the lowest rung; 0 is the fewest that the data hold"),
        Row("dehb", "mutation_factor", Number(0, 2), "0.5 - - - - -", "F of differential evolution"),
        Row("dehb", "crossover", s_part, "0.5 - - - - -", "CR of differential evolution"),
    ];

    private static ProfileSetting[] LocalSearchRows(string algorithm, string encodings, string starts, string steps, string neighborhoods, string atOptimum) =>
    [
        Row(algorithm, "encoding", s_encoding, encodings, "what is searched in"),
        Row(algorithm, "starts", s_count, starts, "random evaluations of a start; the best of them is where it begins"),
        Row(algorithm, "step", OneOf("first", "steepest"), steps, "whether the first better neighbour is taken, or the best of all"),
        Row(algorithm, "neighborhood", OneOf("raw", "class", "naszilla"), neighborhoods, "which cells are neighbours"),
        Row(
            algorithm,
            "at_optimum",
            OneOf("restart", "best-first", "random"),
            Where(encodings, atOptimum),
            "what follows a local optimum: a new start, the best cell not yet left, or random search to the end"),
        Row(
            algorithm, "later_starts", Whole(0, 1_000_000), Where(encodings, "0", naslib: "1"),
            "random evaluations of every start after the first; 0 is as many as at the first"),
        Row(
            algorithm, "noise", OneOf("fixed", "resample"), Where(encodings, "fixed", naslib: "resample"),
            "whether the first value of what was seen is kept, or each visit draws anew and is paid"),
        Row(
            algorithm, "identity", OneOf("class", "path"), Where(encodings, "class", naszilla: "path"),
            "what is the same cell: the class, or the set of paths, which is skipped once it was seen, also where it is better"),
        Row(
            algorithm,
            "neutral_moves",
            Whole(0, 1000),
            string.Join(' ', neighborhoods.Split(' ').Select((kind, column) => kind == "-" ? "-" : kind == "raw" && column == 0 ? "10" : "0")),
            "moves within the class, one after the other, before a cell counts as a local optimum; they cost nothing"),
    ];

    private static ProfileSetting[] MutationRows(string algorithm, string mutations, string edgeChanges, string operationChanges) =>
    [
        Row(algorithm, "mutation", OneOf("one", "some"), mutations, "whether one parameter changes, or each with a probability"),
        Row(
            algorithm, "mutation_rate", Number(0, 21), Where(mutations, "1"),
            "multiplies the two expected numbers below; no effect where one parameter changes"),
        Row(algorithm, "edge_changes", Number(0, 21), edgeChanges, "expected number of edges that change at rate 1"),
        Row(algorithm, "operation_changes", Number(0, 5), operationChanges, "expected number of operations that change at rate 1"),
    ];

    /// <summary>A value in each profile that defines the algorithm; in some another one.</summary>
    private static string Where(string encodings, string value, string? naszilla = null, string? naslib = null)
    {
        string[] values = [.. encodings.Split(' ').Select(encoding => encoding == "-" ? "-" : value)];
        Replace(SearchProfile.Naszilla, naszilla);
        Replace(SearchProfile.Naslib, naslib);
        return string.Join(' ', values);

        void Replace(SearchProfile profile, string? its)
        {
            int column = (int)profile;
            values[column] = values[column] == "-" ? "-" : its ?? values[column];
        }
    }

    private static ProfileSetting Row(string algorithm, string name, SettingDomain domain, string values, string meaning)
        => new(algorithm, name, domain, values.Split(' '), meaning);
}
