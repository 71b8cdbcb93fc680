namespace NasBench.Search;

/// <summary>
/// SMAC's local search for a high expected improvement: the neighbours in random order, on to the first better one; where none is better, on to the first
/// equal one, at most ten times.
/// </summary>
/// <remarks>
/// A tree that does not ask the changed parameter on its way to the leaf says the same of the neighbour, which spares most of the predictions. For one run
/// and one thread; nothing allocates.
/// </remarks>
internal sealed class ForestClimb
{
    /// <summary>The most steps to an equal neighbour.</summary>
    public const int MaxPlateauSteps = 10;

    private readonly ConfigurationRows _rows;
    private readonly RandomForest _forest;
    private readonly int[] _order;
    private readonly Step _here;
    private readonly Step _next;
    private readonly Step _equal;

    public ForestClimb(ConfigurationRows rows, RandomForest forest)
    {
        _rows = rows;
        _forest = forest;
        _order = [.. Enumerable.Range(0, rows.NeighborCount)];
        _here = new Step(rows.Length, forest.Trees.Length);
        _next = new Step(rows.Length, forest.Trees.Length);
        _equal = new Step(rows.Length, forest.Trees.Length);
    }

    /// <summary>Climbs from a configuration.</summary>
    /// <param name="row">Its row; receives that of the top.</param>
    /// <param name="improvement">The expected improvement that is searched for.</param>
    /// <param name="random">Makes the draws.</param>
    /// <returns>The expected improvement of the top.</returns>
    public double Climb(Span<ulong> row, ForestImprovement improvement, Random random)
    {
        row.CopyTo(_here.Row);
        for (int tree = 0; tree < _here.Values.Length; tree++)
        {
            _here.Values[tree] = _forest.Trees[tree].Predict(row, out _here.Asked[tree]);
        }

        double here = improvement.Of(_here.Values, 1);
        int plateauSteps = 0;
        while (plateauSteps < MaxPlateauSteps)
        {
            bool hasEqual = false;
            double next = double.NegativeInfinity;
            for (int i = 0; i < _order.Length && next <= here; i++)
            {
                int drawn = i + RandomDraws.Below(random, _order.Length - i);
                (_order[i], _order[drawn]) = (_order[drawn], _order[i]);
                next = Look(_order[i], here, hasEqual, improvement, random);
                if (next == here && !hasEqual)
                {
                    hasEqual = true;
                    _next.CopyTo(_equal);
                }
            }

            if (next > here)
            {
                here = next;
                _next.CopyTo(_here);
                continue;
            }

            if (!hasEqual)
            {
                break;
            }

            plateauSteps++;
            _equal.CopyTo(_here);
        }

        _here.Row.CopyTo(row);
        return here;
    }

    /// <summary>Looks at a neighbour.</summary>
    /// <returns>Its expected improvement; minus infinity where it is certainly lower than here.</returns>
    private double Look(int neighbor, double here, bool hasEqual, ForestImprovement improvement, Random random)
    {
        ulong changed = 1UL << _rows.ParameterOf(neighbor);
        bool isAsked = false;
        foreach (ulong asked in _here.Asked)
        {
            isAsked |= (asked & changed) != 0;
        }

        if (!isAsked && hasEqual && !_rows.IsDrawn(neighbor))
        {
            return here;
        }

        _here.CopyTo(_next);
        _rows.Move(neighbor, random, _next.Row);
        if (!isAsked)
        {
            return here;
        }

        for (int tree = 0; tree < _next.Values.Length; tree++)
        {
            if ((_here.Asked[tree] & changed) != 0)
            {
                _next.Values[tree] = _forest.Trees[tree].Predict(_next.Row, out _next.Asked[tree]);
            }
        }

        return improvement.Of(_next.Values, 1, here);
    }

    /// <summary>A configuration with what the trees say of it.</summary>
    private sealed class Step(int length, int trees)
    {
        public ulong[] Row { get; } = new ulong[length];

        public double[] Values { get; } = new double[trees];

        /// <summary>The features that each tree asks on the way to its leaf.</summary>
        public ulong[] Asked { get; } = new ulong[trees];

        public void CopyTo(Step other)
        {
            Row.AsSpan().CopyTo(other.Row);
            Values.AsSpan().CopyTo(other.Values);
            Asked.AsSpan().CopyTo(other.Asked);
        }
    }
}
