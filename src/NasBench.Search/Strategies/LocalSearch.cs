namespace NasBench.Search;

/// <summary>
/// Local search: from the best of some random cells to a better neighbour, until there is none (Ottelander et al., arXiv 2004.08996; White et al., "Exploring
/// the loss landscape in neural architecture search", 2020).
/// </summary>
/// <remarks>
/// <para>
/// With <c>noise fixed</c> a class keeps the first value that was seen of it: it is not asked for again, and a better neighbour that was seen before is moved
/// to for free. In naszilla, which skips what was seen, a search can stop where a better neighbour is known.
/// </para>
/// <para>
/// Raw neighbours can be of the same class. Such neutral moves are not paid; at a local optimum up to <c>neutral_moves</c> of them are made, one after the
/// other, since another raw form has other neighbours: without them a cell never gains a vertex.
/// </para>
/// </remarks>
public sealed class LocalSearch : ISearchStrategy
{
    private const int MaxDraws = 10_000;
    private const int MaxNeighbors = 64;

    private enum Phase
    {
        Starting,
        Climbing,
        Wandering,
    }

    private readonly Random _random;
    private readonly SearchEncoding _encoding;
    private readonly int _epochs;
    private readonly int _starts;
    private readonly bool _isSteepest;
    private readonly bool _keepsValues;
    private readonly string _atOptimum;
    private readonly int _neutralMoves;
    private readonly NeighborKind _kind;
    private readonly bool _isRaw;

    // The first loss of each class; NaN where it was not evaluated.
    private readonly double[] _losses = new double[Nas101.CellCount];
    private readonly Cell[] _neighbors = new Cell[MaxNeighbors];
    private readonly int[] _indices = new int[MaxNeighbors];
    private readonly PriorityQueue<Cell, (double Loss, long Order)> _unexpanded = new();
    private readonly SeenCells _expanded = new();

    private Phase _phase;
    private int _startsLeft;
    private Cell _current;
    private int _currentIndex;
    private double _currentLoss;
    private Cell _best;
    private int _bestIndex;
    private double _bestLoss;
    private Cell _neutral;
    private bool _hasNeutral;
    private int _neutralMovesLeft;
    private int _count;
    private int _position;
    private long _told;

    /// <summary>Starts a run.</summary>
    /// <param name="context">What the run has to work with.</param>
    public LocalSearch(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        StrategySettings settings = context.Settings;
        _random = context.Random;
        _encoding = context.Encoding;
        _epochs = context.FullEpochs;
        _starts = settings.Integer("starts");
        _isSteepest = settings.Word("step") == "steepest";
        _keepsValues = settings.Word("noise") == "fixed";
        _atOptimum = settings.Word("at_optimum");
        _neutralMoves = settings.Integer("neutral_moves");
        string neighborhood = settings.Word("neighborhood");
        _isRaw = neighborhood == "raw";
        _kind = neighborhood == "naszilla" ? NeighborKind.Naszilla : NeighborKind.Class;
        Array.Fill(_losses, double.NaN);
        Restart();
    }

    /// <inheritdoc/>
    public bool TryAsk(out Proposal proposal)
    {
        while (true)
        {
            switch (_phase)
            {
                case Phase.Starting when _startsLeft > 0:
                    proposal = DrawUnseen();
                    return true;
                case Phase.Starting:
                    MoveTo(_best, _bestIndex, _bestLoss);
                    break;
                case Phase.Climbing when TryNextNeighbor(out proposal):
                    return true;
                case Phase.Climbing:
                    LeaveNeighborhood();
                    break;
                default:
                    Cell cell;
                    _encoding.Draw(_random, out cell, out int index);
                    proposal = new Proposal(cell, index, _epochs);
                    return true;
            }
        }
    }

    /// <inheritdoc/>
    public void Tell(in Proposal proposal, in Answer answer)
    {
        double loss = answer.Loss;
        if (proposal.IsValid)
        {
            ref double kept = ref _losses[proposal.Index];
            kept = double.IsNaN(kept) || !_keepsValues ? loss : kept;
            if (_atOptimum == "best-first")
            {
                _unexpanded.Enqueue(proposal.Cell, (loss, _told++));
            }
        }

        switch (_phase)
        {
            case Phase.Starting:
                _startsLeft--;
                Consider(proposal.Cell, proposal.Index, loss);
                break;
            case Phase.Climbing when _isSteepest:
                Consider(proposal.Cell, proposal.Index, loss);
                break;
            case Phase.Climbing when loss < _currentLoss:
                MoveTo(proposal.Cell, proposal.Index, loss);
                break;
            default:
                break;
        }
    }

    private void Restart()
    {
        _phase = Phase.Starting;
        _startsLeft = _starts;
        _bestLoss = double.PositiveInfinity;
    }

    /// <summary>A random cell of a class that was not evaluated, as far as some draws find one.</summary>
    private Proposal DrawUnseen()
    {
        Cell cell;
        int index;
        int draws = 0;
        do
        {
            _encoding.Draw(_random, out cell, out index);
        }
        while (index >= 0 && !double.IsNaN(_losses[index]) && ++draws < MaxDraws);

        return new Proposal(cell, index, _epochs);
    }

    private void Consider(Cell cell, int index, double loss)
    {
        if (loss < _bestLoss)
        {
            (_best, _bestIndex, _bestLoss) = (cell, index, loss);
        }
    }

    private void MoveTo(Cell cell, int index, double loss)
    {
        if (index < 0)
        {
            // All cells of the start were invalid.
            Restart();
            return;
        }

        _neutralMovesLeft = _neutralMoves;
        Expand(cell, index, loss);
    }

    /// <summary>Begins with the neighbours of a cell.</summary>
    private void Expand(Cell cell, int index, double loss)
    {
        _phase = Phase.Climbing;
        (_current, _currentIndex, _currentLoss) = (cell, index, loss);
        _bestLoss = loss;
        _bestIndex = -1;
        _hasNeutral = false;
        _position = 0;
        _expanded.Add(index);
        if (_isRaw)
        {
            Cell padded = cell.PadTo(Cell.MaxVertices);
            _count = CellEdits.CountChanges<Nas101>(padded.Vertices);
            CellEdits.ApplyAll<Nas101>(padded, _neighbors.AsSpan(0, _count));
        }
        else
        {
            _count = Neighbors.Write(cell, _neighbors, _kind);
        }

        _encoding.Locate(_neighbors.AsSpan(0, _count), _indices);
    }

    /// <summary>Goes through the neighbours in random order, up to one that has to be evaluated.</summary>
    private bool TryNextNeighbor(out Proposal proposal)
    {
        while (_position < _count)
        {
            int other = _position + RandomDraws.Below(_random, _count - _position);
            (_neighbors[_position], _neighbors[other]) = (_neighbors[other], _neighbors[_position]);
            (_indices[_position], _indices[other]) = (_indices[other], _indices[_position]);
            Cell cell = _neighbors[_position];
            int index = _indices[_position++];
            if (index < 0)
            {
                continue;
            }

            if (index == _currentIndex)
            {
                // The first of the neutral neighbours in random order is a random one.
                _neutral = _hasNeutral ? _neutral : cell;
                _hasNeutral = true;
                continue;
            }

            double loss = _losses[index];
            if (!_keepsValues || double.IsNaN(loss))
            {
                proposal = new Proposal(cell, index, _epochs);
                return true;
            }

            if (_isSteepest)
            {
                Consider(cell, index, loss);
            }
            else if (loss < _currentLoss)
            {
                MoveTo(cell, index, loss);
            }
        }

        proposal = default;
        return false;
    }

    /// <summary>After the last neighbour: to the best of them, or on from the local optimum.</summary>
    private void LeaveNeighborhood()
    {
        if (_isSteepest && _bestIndex >= 0)
        {
            MoveTo(_best, _bestIndex, _bestLoss);
        }
        else if (_hasNeutral && _neutralMovesLeft > 0)
        {
            _neutralMovesLeft--;
            Expand(_neutral, _currentIndex, _currentLoss);
        }
        else if (_atOptimum == "random")
        {
            _phase = Phase.Wandering;
        }
        else if (_atOptimum == "restart" || !TryGoOnFromBest())
        {
            Restart();
        }
    }

    /// <summary>Goes to the best evaluated cell whose neighbours were not looked at.</summary>
    private bool TryGoOnFromBest()
    {
        while (_unexpanded.TryDequeue(out Cell cell, out (double Loss, long Order) priority))
        {
            int index = Space<Nas101>.Locate(cell);
            if (!_expanded.Contains(index))
            {
                MoveTo(cell, index, priority.Loss);
                return true;
            }
        }

        return false;
    }
}
