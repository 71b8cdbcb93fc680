namespace NasBench.Search;

/// <summary>
/// Evolution with tournaments: regularized, where the oldest member dies (Real et al., "Regularized evolution for image classifier architecture search",
/// 2019), or not, where the worst dies (paper, section 4.2).
/// </summary>
/// <remarks>
/// Members are kept in a ring in the order of their births. An invalid child enters the population with a loss of 1, as in nas_benchmarks, where the
/// encoding lets it. The population grows until it has all its members; only then members die.
/// </remarks>
public sealed class Evolution : ISearchStrategy
{
    private readonly Random _random;
    private readonly SearchEncoding _encoding;
    private readonly int _epochs;
    private readonly bool _isRegularized;
    private readonly int _initial;
    private readonly int _tournamentSize;
    private readonly bool _withReplacement;
    private readonly bool _youngestWins;
    private readonly Mutation _mutation;
    private readonly ulong[] _genotypes;
    private readonly double[] _losses;
    private readonly int[] _order;
    private int _first;
    private int _count;
    private long _asked;

    /// <summary>Starts a run.</summary>
    /// <param name="context">What the run has to work with.</param>
    /// <param name="isRegularized">Whether the oldest member dies, and not the worst.</param>
    /// <exception cref="SearchException">
    /// The encoding does not have what the mutation changes, or a tournament without replacement is larger than the population at its first.
    /// </exception>
    public Evolution(StrategyContext context, bool isRegularized)
    {
        ArgumentNullException.ThrowIfNull(context);
        StrategySettings settings = context.Settings;
        _random = context.Random;
        _encoding = context.Encoding;
        _epochs = context.FullEpochs;
        _isRegularized = isRegularized;
        int size = settings.Integer("population_size");
        _initial = InitialMembers(settings);
        _tournamentSize = settings.Integer("tournament_size");
        _withReplacement = settings.Word("replacement") == "yes";
        _youngestWins = settings.Word("ties") == "youngest";
        _mutation = new Mutation(_encoding, settings);
        if (!_withReplacement && _tournamentSize > _initial)
        {
            throw new SearchException(
                $"tournament_size {_tournamentSize} is more than the {_initial} members that the first tournament draws from, without replacement");
        }

        _genotypes = new ulong[size];
        _losses = new double[size];
        _order = Enumerable.Range(0, size).ToArray();
    }

    /// <inheritdoc/>
    public bool TryAsk(out Proposal proposal)
    {
        Cell cell;
        int index;
        ulong genotype = _asked < _initial || _count == 0
            ? _encoding.Draw(_random, out cell, out index)
            : _mutation.Apply(_genotypes[Tournament()], _random, out cell, out index);
        _asked++;
        proposal = new Proposal(cell, index, _epochs, Token: genotype);
        return true;
    }

    /// <inheritdoc/>
    public void Tell(in Proposal proposal, in Answer answer)
    {
        if (_count == _genotypes.Length)
        {
            RemoveOne();
        }

        int place = At(_count++);
        _genotypes[place] = proposal.Token;
        _losses[place] = answer.Loss;
    }

    /// <summary>The random members before the first tournament: the setting <c>initial</c>, where it is 0 as many as the population has.</summary>
    internal static int InitialMembers(StrategySettings settings)
    {
        int size = settings.Integer("population_size");
        int initial = settings.Integer("initial");
        return initial == 0 ? size : Math.Min(initial, size);
    }

    /// <summary>The place of the best of some members drawn at random.</summary>
    private int Tournament()
    {
        int best = -1;
        int bestAge = -1;
        for (int draw = 0; draw < _tournamentSize; draw++)
        {
            int age = _withReplacement ? RandomDraws.Below(_random, _count) : DrawAnother(draw);
            int place = At(age);
            bool isBetter = best < 0 || _losses[place] < _losses[best] || (_youngestWins && _losses[place] == _losses[best] && age > bestAge);
            if (isBetter)
            {
                best = place;
                bestAge = age;
            }
        }

        return best;
    }

    /// <summary>Draws a member that the tournament has not drawn: one step of the Fisher-Yates shuffle.</summary>
    private int DrawAnother(int draw)
    {
        int other = draw + RandomDraws.Below(_random, _count - draw);
        (_order[draw], _order[other]) = (_order[other], _order[draw]);
        return _order[draw];
    }

    private void RemoveOne()
    {
        if (!_isRegularized)
        {
            MoveToFront(WorstAge());
        }

        _first = _first + 1 == _genotypes.Length ? 0 : _first + 1;
        _count--;
    }

    /// <summary>The member with the highest loss; of equal ones the oldest.</summary>
    private int WorstAge()
    {
        int worst = 0;
        for (int age = 1; age < _count; age++)
        {
            worst = _losses[At(age)] > _losses[At(worst)] ? age : worst;
        }

        return worst;
    }

    /// <summary>Makes a member the oldest; those who were older keep their order.</summary>
    private void MoveToFront(int age)
    {
        ulong genotype = _genotypes[At(age)];
        double loss = _losses[At(age)];
        for (; age > 0; age--)
        {
            _genotypes[At(age)] = _genotypes[At(age - 1)];
            _losses[At(age)] = _losses[At(age - 1)];
        }

        _genotypes[At(0)] = genotype;
        _losses[At(0)] = loss;
    }

    /// <summary>The place of the member with an age: 0 is the oldest.</summary>
    private int At(int age)
    {
        int place = _first + age;
        return place < _genotypes.Length ? place : place - _genotypes.Length;
    }
}
