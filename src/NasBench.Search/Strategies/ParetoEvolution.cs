namespace NasBench.Search;

/// <summary>
/// Evolution with two objectives: tournaments go by non-dominated rank, then by crowding distance, as in NSGA-II (Deb et al., 2002), one child at a time. The
/// oldest member dies, or the worst by the same order.
/// </summary>
/// <remarks>
/// It has the settings of <see cref="Evolution"/>. Of two members with the same rank and distance the first drawn wins, or the youngest, as the setting
/// <c>ties</c> says. A child is born first, then a member dies; of two worst ones the older. An invalid child
/// has a loss of 1 and an infinite second objective: every other member dominates it.
/// </remarks>
public sealed class ParetoEvolution : ISearchStrategy
{
    private readonly Random _random;
    private readonly SearchEncoding _encoding;
    private readonly SearchObjectives _objectives;
    private readonly int _epochs;
    private readonly bool _isRegularized;
    private readonly int _initial;
    private readonly int _steadySize;
    private readonly int _tournamentSize;
    private readonly bool _withReplacement;
    private readonly bool _youngestWins;
    private readonly Mutation _mutation;
    private readonly ulong[] _genotypes;
    private readonly ObjectivePair[] _values;
    private readonly int[] _drawn;
    private readonly ParetoRanking _ranking;
    private int _count;
    private long _asked;
    private long _told;

    /// <summary>Starts a run.</summary>
    /// <param name="context">What the run has to work with; it names the objectives.</param>
    /// <param name="isRegularized">Whether the oldest member dies, and not the worst.</param>
    /// <exception cref="SearchException">
    /// The encoding does not have what the mutation changes, or a tournament without replacement is larger than the population at its first.
    /// </exception>
    public ParetoEvolution(StrategyContext context, bool isRegularized)
    {
        ArgumentNullException.ThrowIfNull(context);
        StrategySettings settings = context.Settings;
        _random = context.Random;
        _encoding = context.Encoding;
        _objectives = context.Objectives;
        _epochs = context.FullEpochs;
        _isRegularized = isRegularized;
        int size = settings.Integer("population_size");
        _initial = Evolution.InitialMembers(settings);
        _steadySize = Evolution.SteadyMembers(settings);
        _tournamentSize = settings.Integer("tournament_size");
        _withReplacement = settings.Word("replacement") == "yes";
        _youngestWins = settings.Word("ties") == "youngest";
        _mutation = new Mutation(_encoding, settings);
        if (!_withReplacement && _tournamentSize > _initial)
        {
            throw new SearchException(
                $"tournament_size {_tournamentSize} is more than the {_initial} members that the first tournament draws from, without replacement");
        }

        _genotypes = new ulong[size + 1];
        _values = new ObjectivePair[size + 1];
        _drawn = Enumerable.Range(0, size + 1).ToArray();
        _ranking = new ParetoRanking(size + 1);
    }

    /// <inheritdoc/>
    public bool TryAsk(out Proposal proposal)
    {
        ulong genotype;
        Cell cell;
        int index;
        if (_asked < _initial || _count == 0)
        {
            genotype = _encoding.Draw(_random, out cell, out index);
        }
        else if (!_mutation.TryApply(_genotypes[Tournament()], _random, out genotype, out cell, out index))
        {
            proposal = default;
            return false;
        }

        _asked++;
        proposal = new Proposal(cell, index, _epochs, Token: genotype);
        return true;
    }

    /// <inheritdoc/>
    public void Tell(in Proposal proposal, in Answer answer)
    {
        _genotypes[_count] = proposal.Token;
        _values[_count++] = _objectives.Of(proposal, answer);
        _ranking.Rank(_values.AsSpan(0, _count));
        if (++_told > _initial && _count > _steadySize)
        {
            Remove(_isRegularized ? 0 : WorstAge());
            _ranking.Rank(_values.AsSpan(0, _count));
        }
    }

    /// <summary>The member that wins among some drawn at random; members stand in the order of their births.</summary>
    private int Tournament()
    {
        int best = -1;
        for (int draw = 0; draw < _tournamentSize; draw++)
        {
            int age = _withReplacement ? RandomDraws.Below(_random, _count) : DrawAnother(draw);
            bool isBetter = best < 0 || _ranking.IsBetter(age, best) || (_youngestWins && age > best && !_ranking.IsBetter(best, age));
            best = isBetter ? age : best;
        }

        return best;
    }

    /// <summary>Draws a member that the tournament has not drawn: one step of the Fisher-Yates shuffle.</summary>
    private int DrawAnother(int draw)
    {
        int other = draw + RandomDraws.Below(_random, _count - draw);
        (_drawn[draw], _drawn[other]) = (_drawn[other], _drawn[draw]);
        return _drawn[draw];
    }

    private int WorstAge()
    {
        int worst = 0;
        for (int age = 1; age < _count; age++)
        {
            worst = _ranking.IsBetter(worst, age) ? age : worst;
        }

        return worst;
    }

    private void Remove(int age)
    {
        _count--;
        _genotypes.AsSpan(age + 1, _count - age).CopyTo(_genotypes.AsSpan(age));
        _values.AsSpan(age + 1, _count - age).CopyTo(_values.AsSpan(age));
    }
}
