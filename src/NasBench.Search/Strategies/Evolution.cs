namespace NasBench.Search;

/// <summary>
/// Evolution with tournaments: regularized, where the oldest member dies (Real et al., "Regularized evolution for image classifier architecture search",
/// 2019), or not, where the worst dies (paper, section 4.2).
/// </summary>
/// <remarks>
/// <para>
/// A child is born first, then a member dies: where the worst does, that can be the child. An invalid child enters the population with a loss of 1, as in
/// nas_benchmarks, where the encoding lets it. The population grows until it has all its members; only then members die.
/// </para>
/// <para>
/// With <c>shrinks yes</c>, as in naszilla, a member dies at the birth that makes the population full, so that it has one member fewer from then on.
/// </para>
/// </remarks>
public sealed class Evolution : ISearchStrategy
{
    private readonly Random _random;
    private readonly SearchEncoding _encoding;
    private readonly int _epochs;
    private readonly bool _isRegularized;
    private readonly int _initial;
    private readonly int _steadySize;
    private readonly int _tournamentSize;
    private readonly bool _withReplacement;
    private readonly bool _youngestWins;
    private readonly Mutation _mutation;
    private readonly Population _population;
    private readonly int[] _order;
    private long _asked;
    private long _told;

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
        _steadySize = SteadyMembers(settings);
        _tournamentSize = settings.Integer("tournament_size");
        _withReplacement = settings.Word("replacement") == "yes";
        _youngestWins = settings.Word("ties") == "youngest";
        _mutation = new Mutation(_encoding, settings);
        if (!_withReplacement && _tournamentSize > _initial)
        {
            throw new SearchException(
                $"tournament_size {_tournamentSize} is more than the {_initial} members that the first tournament draws from, without replacement");
        }

        _population = new Population(size + 1);
        _order = Enumerable.Range(0, size + 1).ToArray();
    }

    /// <inheritdoc/>
    public bool TryAsk(out Proposal proposal)
    {
        ulong genotype;
        Cell cell;
        int index;
        if (_asked < _initial || _population.Count == 0)
        {
            genotype = _encoding.Draw(_random, out cell, out index);
        }
        else if (!_mutation.TryApply(_population.GenotypeAt(Tournament()), _random, out genotype, out cell, out index))
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
        _population.Add(proposal.Token, answer.Loss);
        if (++_told <= _initial || _population.Count <= _steadySize)
        {
            return;
        }

        if (_isRegularized)
        {
            _population.RemoveOldest();
        }
        else
        {
            _population.RemoveWorst();
        }
    }

    /// <summary>The random members before the first tournament: the setting <c>initial</c>, where it is 0 as many as the population has.</summary>
    internal static int InitialMembers(StrategySettings settings)
    {
        int size = settings.Integer("population_size");
        int initial = settings.Integer("initial");
        return initial == 0 ? size : Math.Min(initial, size);
    }

    /// <summary>
    /// A birth that makes more members than these is followed by a death. Where random members alone make more, which needs <c>shrinks yes</c>, there are as
    /// many as these random ones.
    /// </summary>
    internal static int SteadyMembers(StrategySettings settings)
        => settings.Integer("population_size") - (settings.Word("shrinks") == "yes" ? 1 : 0);

    /// <summary>The best of some members drawn at random, by its age.</summary>
    private int Tournament()
    {
        ReadOnlySpan<double> losses = _population.Losses;
        int best = -1;
        double bestLoss = double.PositiveInfinity;
        for (int draw = 0; draw < _tournamentSize; draw++)
        {
            int age = _withReplacement ? RandomDraws.Below(_random, losses.Length) : DrawAnother(draw, losses.Length);
            double loss = losses[age];
            if (best < 0 || loss < bestLoss || (_youngestWins && loss == bestLoss && age > best))
            {
                best = age;
                bestLoss = loss;
            }
        }

        return best;
    }

    /// <summary>Draws a member that the tournament has not drawn: one step of the Fisher-Yates shuffle.</summary>
    private int DrawAnother(int draw, int count)
    {
        int other = draw + RandomDraws.Below(_random, count - draw);
        (_order[draw], _order[other]) = (_order[other], _order[draw]);
        return _order[draw];
    }
}
