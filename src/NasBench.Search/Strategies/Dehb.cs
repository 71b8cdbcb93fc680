namespace NasBench.Search;

/// <summary>
/// DEHB (Awad, Mallik and Hutter, "DEHB: evolutionary Hyperband for scalable, robust and efficient hyperparameter optimization", 2021): the brackets of
/// <see cref="Hyperband"/> with a population for each number of epochs that evolves by differential evolution (rand/1/bin).
/// </summary>
/// <remarks>
/// <para>
/// The first cycle of brackets is like Hyperband: uniform draws, and promotions of the best of the lower population that the higher one does not have yet.
/// Later each slot in turn is challenged by a child of its member and of a mutant; the mutant's parents are the best of the population below, of its own at
/// the first rung of a bracket, and where these are fewer than three, mutants of all populations with them.
/// </para>
/// <para>
/// A genome is a number in [0, 1) for each parameter; one of k values is floor(x·k). What leaves the range is drawn anew. Populations have 27, 9, 6 and 4
/// members with epochs of 4, 12, 36, 108. A step takes about a microsecond; nothing allocates after the start.
/// </para>
/// </remarks>
public sealed class Dehb : ISearchStrategy
{
    private const int Parents = 3;

    private readonly Random _random;
    private readonly SearchEncoding _encoding;
    private readonly RungLadder _ladder;
    private readonly BracketLoop _loop;
    private readonly double _factor;
    private readonly double _crossover;
    private readonly EvolvingPopulation[] _populations;
    private readonly double[][] _pool;
    private readonly double[][] _fillers;
    private readonly double[] _child;
    private readonly double[] _mutant;
    private readonly double[] _configuration;
    private readonly int[] _promoted;
    private int _promotedCount;
    private int _slot;

    /// <summary>Starts a run.</summary>
    /// <param name="context">What the run has to work with.</param>
    /// <exception cref="SearchException">The data lack one of the rungs, or the encoding has no parameters.</exception>
    public Dehb(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _random = context.Random;
        _encoding = context.Encoding;
        int dimensions = _encoding.Parameters.Length;
        if (dimensions == 0)
        {
            throw new SearchException($"dehb needs an encoding with parameters; {_encoding.Name} has none");
        }

        _ladder = RungLadder.Create("dehb", context);
        _loop = new BracketLoop(_ladder);
        _factor = context.Settings.Number("mutation_factor");
        _crossover = context.Settings.Number("crossover");
        _populations = new EvolvingPopulation[_ladder.Count];
        int largest = 0;
        for (int rung = 0; rung < _populations.Length; rung++)
        {
            _populations[rung] = new EvolvingPopulation(LargestRung(rung), dimensions);
            largest = Math.Max(largest, _populations[rung].Size);
        }

        _pool = new double[Math.Max(largest, Parents + 1) + Parents][];
        _fillers = new double[Parents + 1][];
        for (int i = 0; i < _fillers.Length; i++)
        {
            _fillers[i] = new double[dimensions];
        }

        _child = new double[dimensions];
        _mutant = new double[dimensions];
        _configuration = new double[dimensions];
        _promoted = new int[largest];
    }

    /// <summary>The populations, that of the fewest epochs first.</summary>
    internal IReadOnlyList<EvolvingPopulation> Populations => _populations;

    /// <inheritdoc/>
    public bool TryAsk(out Proposal proposal)
    {
        proposal = default;
        if (!_loop.CanAsk)
        {
            return false;
        }

        bool isFirstCycle = _loop.Bracket < _ladder.Count;
        EvolvingPopulation population = _populations[_loop.Rung];
        int slot = population.TakeSlot();
        Cell cell;
        int index;
        if (isFirstCycle && !_loop.NeedsNew)
        {
            int promoted = NextPromoted();
            EvolvingPopulation lower = _populations[_loop.Rung - 1];
            lower.Genomes[promoted].CopyTo(_child, 0);
            cell = lower.Cells[promoted];
            index = lower.Indexes[promoted];
        }
        else if (!TryCreate(isFirstCycle, population, slot, out cell, out index))
        {
            return false;
        }

        _slot = slot;
        proposal = _loop.AskNew(cell, index);
        return true;
    }

    /// <inheritdoc/>
    public void Tell(in Proposal proposal, in Answer answer)
    {
        _populations[_loop.Rung].Challenge(_slot, _child, proposal.Cell, proposal.Index, answer.Loss);
        if (_loop.Tell(proposal.Token, answer.Loss) && _loop.Bracket < _ladder.Count && !_loop.NeedsNew)
        {
            ChoosePromoted();
        }
    }

    /// <summary>Draws a new genome, or a child of a slot's member, until it is one that the encoding lets pass.</summary>
    private bool TryCreate(bool isUniform, EvolvingPopulation population, int slot, out Cell cell, out int index)
    {
        for (int attempt = 0; attempt < UniformCells.MaxAttempts; attempt++)
        {
            if (isUniform)
            {
                DrawUniform(_child);
            }
            else
            {
                CreateChild(population.Genomes[slot]);
            }

            cell = Decode(_child, out index);
            if (index >= 0 || !_encoding.RejectsInvalid)
            {
                return true;
            }
        }

        cell = default;
        index = -1;
        return false;
    }

    private void CreateChild(double[] target)
    {
        int lowerRung = _loop.NeedsNew ? _loop.Rung : _loop.Rung - 1;
        EvolvingPopulation lower = _populations[lowerRung];
        int count = Math.Min(_loop.Size, lower.Size);
        ReadOnlySpan<int> order = lower.ByLoss();
        for (int i = 0; i < count; i++)
        {
            _pool[i] = lower.Genomes[order[i]];
        }

        if (count < Parents)
        {
            // As many as the original adds: one more than are missing.
            int missing = Parents - count + 1;
            for (int i = 0; i < missing; i++)
            {
                MutateAny(_fillers[i]);
                _pool[count++] = _fillers[i];
            }
        }

        DrawThree(count, out int a, out int b, out int c);
        Mutate(_pool[a], _pool[b], _pool[c], _mutant);
        bool isCrossed = false;
        for (int k = 0; k < _child.Length; k++)
        {
            bool isMutant = RandomDraws.Chance(_random, _crossover);
            isCrossed |= isMutant;
            _child[k] = isMutant ? _mutant[k] : target[k];
        }

        if (!isCrossed)
        {
            int forced = RandomDraws.Below(_random, _child.Length);
            _child[forced] = _mutant[forced];
        }

        KeepInside(_child);
    }

    /// <summary>A mutant of three members of all populations.</summary>
    private void MutateAny(double[] mutant)
    {
        int total = 0;
        foreach (EvolvingPopulation population in _populations)
        {
            total += population.Size;
        }

        DrawThree(total, out int a, out int b, out int c);
        Mutate(MemberOfAll(a), MemberOfAll(b), MemberOfAll(c), mutant);
        KeepInside(mutant);
    }

    private double[] MemberOfAll(int number)
    {
        int rung = 0;
        while (number >= _populations[rung].Size)
        {
            number -= _populations[rung++].Size;
        }

        return _populations[rung].Genomes[number];
    }

    private void DrawThree(int count, out int a, out int b, out int c)
    {
        a = RandomDraws.Below(_random, count);
        do
        {
            b = RandomDraws.Below(_random, count);
        }
        while (b == a);

        do
        {
            c = RandomDraws.Below(_random, count);
        }
        while (c == a || c == b);
    }

    private void Mutate(double[] from, double[] plus, double[] minus, double[] mutant)
    {
        for (int k = 0; k < mutant.Length; k++)
        {
            mutant[k] = from[k] + (_factor * (plus[k] - minus[k]));
        }
    }

    private void KeepInside(double[] genome)
    {
        foreach (ref double gene in genome.AsSpan())
        {
            if (gene is not (>= 0 and < 1))
            {
                gene = CategoricalDraws.Unit(_random);
            }
        }
    }

    private void DrawUniform(double[] genome)
    {
        foreach (ref double gene in genome.AsSpan())
        {
            gene = CategoricalDraws.Unit(_random);
        }
    }

    private Cell Decode(double[] genome, out int index)
    {
        ReadOnlySpan<EncodingParameter> parameters = _encoding.Parameters;
        for (int k = 0; k < genome.Length; k++)
        {
            _configuration[k] = parameters[k].Kind == ParameterKind.Continuous ? genome[k] : Math.Floor(genome[k] * parameters[k].Count);
        }

        return _encoding.Decode(_configuration, out index);
    }

    /// <summary>
    /// The best evaluated members of the population below that this one does not have, as many as the rung has runs; where these are too few, the best of all
    /// again.
    /// </summary>
    private void ChoosePromoted()
    {
        EvolvingPopulation lower = _populations[_loop.Rung - 1];
        EvolvingPopulation upper = _populations[_loop.Rung];
        ReadOnlySpan<int> order = lower.ByLoss();
        int count = 0;
        foreach (int slot in order)
        {
            if (count < _loop.Size && lower.Losses[slot] < double.PositiveInfinity && !upper.Contains(lower.Cells[slot]))
            {
                _promoted[count++] = slot;
            }
        }

        while (count < _loop.Size)
        {
            _promoted[count++] = order[0];
        }

        _promotedCount = 0;
    }

    private int NextPromoted() => _promoted[_promotedCount++];

    private int LargestRung(int rung)
    {
        int largest = 0;
        for (int first = 0; first <= rung; first++)
        {
            int size = _ladder.StartCount(first);
            for (int climbed = first; climbed < rung; climbed++)
            {
                size = Math.Max(size / _ladder.Eta, 1);
            }

            largest = Math.Max(largest, size);
        }

        return largest;
    }
}
