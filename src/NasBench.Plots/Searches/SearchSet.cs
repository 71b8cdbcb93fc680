using NasBench.Data;
using NasBench.Search;

namespace NasBench.Plots;

/// <summary>The runs of one or more folders that can stand in one plot: the same data, budget and regret.</summary>
internal sealed class SearchSet
{
    private SearchSet(IReadOnlyList<SearchedRuns> groups, IReadOnlyList<string> notes, int zeros)
    {
        Groups = groups;
        Notes = notes;
        Zeros = zeros;
    }

    /// <summary>The algorithms, each with a label of its own.</summary>
    public IReadOnlyList<SearchedRuns> Groups { get; }

    /// <summary>What one must know.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>How many of all values are 0 or below, where a logarithmic axis has no place for them.</summary>
    public int Zeros { get; }

    /// <summary>When the runs end.</summary>
    public SearchBudget Budget => Groups[0].Plan.Budget;

    /// <summary>Which regret is shown.</summary>
    public RegretKind Regret => Groups[0].Plan.Regret;

    /// <summary>What the budget counts, as a title of an axis.</summary>
    public string SpentTitle => Budget.Unit switch
    {
        BudgetUnit.Seconds => "simulated training time (s)",
        BudgetUnit.Evaluations => "evaluations",
        _ => "epochs of training",
    };

    /// <summary>The budget as words.</summary>
    public string BudgetText => $"{Numbers.Short(Budget.Limit)} {(Budget.Unit == BudgetUnit.Seconds ? "s" : Budget.Unit.ToString().ToLowerInvariant())}";

    /// <summary>The regret as the title of an axis.</summary>
    public string RegretTitle => Regret switch
    {
        RegretKind.TestMean => "regret of mean test accuracy",
        RegretKind.TestSingle => "regret of single test accuracy",
        RegretKind.ValidMean => "regret of mean validation accuracy",
        _ => "regret of seen validation accuracy",
    };

    /// <summary>Reads folders.</summary>
    /// <param name="request">Which, and the data that they must have run against.</param>
    /// <exception cref="FigureException">There is none, or they do not fit together or to the data.</exception>
    /// <exception cref="SearchException">A folder holds no search, or no finished run.</exception>
    public static SearchSet Read(FigureRequest request)
    {
        if (request.Searches.Count == 0)
        {
            throw new FigureException($"the figure {request.Figure} shows runs: give it the folder of a search (search --out DIR)");
        }

        List<string> notes = [];
        List<SearchedRuns> groups = [];
        string fingerprint = DataFingerprint.Compute(request.Data, request.Cancellation);
        foreach (string path in request.Searches)
        {
            (SearchedData data, IReadOnlyList<SearchedRuns> runs) = SearchReader.Read(path, notes, request.Cancellation);
            if (data.Fingerprint != fingerprint)
            {
                throw new FigureException($"{path}: was run against other data: {data.Fingerprint} there, {fingerprint} here");
            }

            groups.AddRange(runs);
            SearchPlan first = groups[0].Plan;
            if (runs[0].Plan.Budget != first.Budget || runs[0].Plan.Regret != first.Regret)
            {
                throw new FigureException(
                    $"{path}: {runs[0].Plan.Budget} and {runs[0].Plan.Regret.GetName()} do not fit into one plot "
                    + $"with {first.Budget} and {first.Regret.GetName()}");
            }
        }

        int zeros = groups.Sum(group => group.Curves.Sum(curve => curve.Values.ToArray().Count(value => value <= 0)));
        return new SearchSet(SearchReader.WithLabels(groups), notes, zeros);
    }
}
