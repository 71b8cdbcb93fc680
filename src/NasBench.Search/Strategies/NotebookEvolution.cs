using NasBench.Data;

namespace NasBench.Search;

/// <summary><c>run_evolution_search</c> of the original's notebook, replayed draw by draw.</summary>
/// <remarks>
/// <para>
/// Random cells come from numpy's generator, everything else from Python's, which the queries share. What is mutated is the raw cell, before pruning. The
/// tournament's members are sorted by age, then stably by value, and the last one wins: of equal members the youngest.
/// </para>
/// <para>
/// One difference: where the budget is spent while the population is seeded, the original still does one step of evolution, and here the run has ended.
/// Settings that the notebook does not have (a tournament with replacement, one change instead of some) draw from the same generators in the same places.
/// </para>
/// </remarks>
internal sealed class NotebookEvolution : ISearchStrategy
{
    private readonly PythonRandom _python;
    private readonly NumpyRandom _numpy;
    private readonly int _epochs;
    private readonly int _initial;
    private readonly bool _withReplacement;
    private readonly bool _youngestWins;
    private readonly bool _changesOne;
    private readonly double _edgeProbability;
    private readonly double _operationProbability;
    private readonly int _steadySize;
    private readonly int[] _tournament;
    private readonly Population _population;
    private long _asked;
    private long _told;

    /// <summary>Starts a run.</summary>
    /// <param name="context">What the run has to work with; its encoding is <see cref="SearchEncoding.Raw"/>, with one worker.</param>
    /// <param name="streams">The generators; evaluations must draw their repeats from them too.</param>
    /// <exception cref="SearchException">A tournament without replacement is larger than the population at its first.</exception>
    public NotebookEvolution(StrategyContext context, NotebookStreams streams)
    {
        StrategySettings settings = context.Settings;
        _python = streams.Python;
        _numpy = streams.Numpy;
        _epochs = context.FullEpochs;
        int size = settings.Integer("population_size");
        _initial = Evolution.InitialMembers(settings);
        _steadySize = Evolution.SteadyMembers(settings);
        _tournament = new int[settings.Integer("tournament_size")];
        _withReplacement = settings.Word("replacement") == "yes";
        _youngestWins = settings.Word("ties") == "youngest";
        _changesOne = settings.Word("mutation") == "one";

        // The notebook divides its rate by 7 and by 5. Dividing by the quotient gives the same bits; multiplying first would round once more.
        double rate = settings.Number("mutation_rate");
        _edgeProbability = rate / (Cell.MaxEdges / settings.Number("edge_changes"));
        _operationProbability = rate / (Cell.MaxInteriorVertices / settings.Number("operation_changes"));
        if (!_withReplacement && _tournament.Length > _initial)
        {
            throw new SearchException(
                $"tournament_size {_tournament.Length} is more than the {_initial} members that the first tournament draws from, without replacement");
        }

        _population = new Population(size + 1);
    }

    public bool TryAsk(out Proposal proposal)
    {
        Cell cell;
        int index;
        if (_asked < _initial)
        {
            cell = NotebookCells.Draw(_numpy, out index);
        }
        else if (!TryMutate(Cell.FromTrustedBits(_population.GenotypeAt(Tournament())), out cell, out index))
        {
            proposal = default;
            return false;
        }

        _asked++;
        proposal = new Proposal(cell, index, _epochs);
        return true;
    }

    public void Tell(in Proposal proposal, in Answer answer)
    {
        // Not the loss: it is rounded, and the notebook compares accuracies.
        _population.Add(proposal.Cell.Bits, -answer.ValidationAccuracy);
        if (++_told > _initial && _population.Count > _steadySize)
        {
            _population.RemoveOldest();
        }
    }

    /// <summary>The best of some members drawn at random, by its age.</summary>
    private int Tournament()
    {
        DrawTournament();
        ReadOnlySpan<double> losses = _population.Losses;
        int best = _tournament[0];
        foreach (int age in _tournament.AsSpan(1))
        {
            best = losses[age] < losses[best] || (_youngestWins && losses[age] == losses[best] && age > best) ? age : best;
        }

        return best;
    }

    private void DrawTournament()
    {
        if (!_withReplacement)
        {
            _python.Sample(_population.Count, _tournament);
            return;
        }

        for (int draw = 0; draw < _tournament.Length; draw++)
        {
            _tournament[draw] = _python.NextBelow(_population.Count);
        }
    }

    /// <summary>Mutates a parent until the child is valid, always from the parent.</summary>
    private bool TryMutate(Cell parent, out Cell child, out int index)
    {
        for (int attempt = 0; attempt < SearchEncoding.MaxAttempts; attempt++)
        {
            child = _changesOne ? ChangeOne(parent) : ChangeSome(parent);
            index = Space<Nas101>.Locate(child);
            if (index >= 0)
            {
                return true;
            }
        }

        child = default;
        index = -1;
        return false;
    }

    private Cell ChangeSome(Cell cell)
    {
        uint flipped = 0;
        foreach (byte edge in RowMajorEdges.Of(Cell.MaxVertices))
        {
            flipped |= (_python.NextDouble() < _edgeProbability ? 1u : 0u) << edge;
        }

        cell = cell.WithEdgesFlipped(flipped);
        for (int vertex = 1; vertex <= Cell.MaxInteriorVertices; vertex++)
        {
            cell = _python.NextDouble() < _operationProbability ? WithOtherOperation(cell, vertex) : cell;
        }

        return cell;
    }

    private Cell ChangeOne(Cell cell)
    {
        int parameter = _python.NextBelow(Cell.MaxEdges + Cell.MaxInteriorVertices);
        return parameter < Cell.MaxEdges
            ? cell.WithEdgesFlipped(1u << RowMajorEdges.Of(Cell.MaxVertices)[parameter])
            : WithOtherOperation(cell, parameter - Cell.MaxEdges + 1);
    }

    /// <summary>One of the two other operations, by its position in the original's list without the present one.</summary>
    private Cell WithOtherOperation(Cell cell, int vertex)
    {
        int other = _python.NextBelow(Nas101.OperationCount - 1);
        return cell.WithOperation(vertex, other < cell.OperationAt(vertex) ? other : other + 1);
    }
}
