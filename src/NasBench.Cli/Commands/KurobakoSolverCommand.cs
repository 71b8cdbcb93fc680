using System.CommandLine;
using NasBench.Search;

namespace NasBench.Cli;

/// <summary><c>kurobako-solver</c>: an algorithm as an external solver of kurobako.</summary>
internal sealed class KurobakoSolverCommand : NasBenchCommand
{
    private readonly AlgorithmOptions _algorithms;
    private readonly Option<string> _budget = new("--budget")
    {
        HelpName = "UNIT=N",
        Description = "The budget of each study, evaluations=N or epochs=N, for annealing, which cools down over it: kurobako does not tell it.",
    };

    /// <summary>Declares the options.</summary>
    public KurobakoSolverCommand()
        : base("kurobako-solver", CommandGroup.Data, "A search strategy as a solver of kurobako.")
    {
        _algorithms = new AlgorithmOptions(this);
        Options.Add(_budget);
    }

    /// <inheritdoc/>
    public override string Details =>
        $$$"""
        Speaks kurobako's protocol for external programs, JSON lines on standard input and output, until its input ends. One algorithm of these:
        {{{AlgorithmOptions.Help}}}

        It solves the problems NASBench (A), (B) and (C): kurobako's own, and that of kurobako-problem. Unless --encoding says otherwise, it searches in the
        encoding of the profile, and for B and C in theirs, where the algorithm runs on them. Draws follow from the seed that kurobako gives. Every proposal is
        a trial of its own; cells that are not valid cost nothing and are left out.

        To kurobako the command is {"command":{"path":"nasbench","args":["kurobako-solver","--algorithm","re"]}}.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "nasbench kurobako-solver --algorithm re --set population_size=50",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        PlannedAlgorithm[] planned = _algorithms.Read(context);
        if (planned.Length > 1)
        {
            throw CommandException.Usage("--algorithm: a solver is one algorithm");
        }

        SearchBudget? budget = null;
        if (context.Get(_budget) is { } text)
        {
            budget = SearchBudget.TryParse(text, out SearchBudget given) && given.Unit != BudgetUnit.Seconds
                ? given
                : throw CommandException.Usage($"--budget: '{text}' is not evaluations=N or epochs=N with a number above 0");
        }

        return KurobakoPipe.Run(context, new KurobakoSolver(planned[0], _algorithms.HasEncoding(context), budget));
    }
}
