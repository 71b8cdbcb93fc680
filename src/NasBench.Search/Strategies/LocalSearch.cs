namespace NasBench.Search;

/// <summary>
/// Local search: from the best of some random cells to a better neighbour, until there is none (Ottelander et al., arXiv 2004.08996; White et al., "Exploring
/// the loss landscape in neural architecture search", 2020).
/// </summary>
/// <remarks>
/// <para>
/// With <c>noise fixed</c> a class keeps the first value that was seen of it: it is not asked for again, and a better neighbour that was seen before is moved
/// to for free when its turn comes. With <c>identity path</c>, as in naszilla, what was seen is skipped, so that a search can stop where a better neighbour is
/// known; and cells with the same paths count as one. With <c>noise resample</c> nothing is remembered.
/// </para>
/// <para>
/// Raw neighbours can be of the same class. Such neutral moves are not paid; at a local optimum up to <c>neutral_moves</c> of them are made, one after the
/// other, since another raw form has other neighbours: without them a cell never gains a vertex.
/// </para>
/// </remarks>
public sealed class LocalSearch : ISearchStrategy
{
    private readonly Random _random;
    private readonly SearchEncoding _encoding;
    private readonly int _epochs;
    private readonly int _laterStarts;
    private readonly bool _isSteepest;
    private readonly bool _keepsValues;
    private readonly bool _skipsSeen;
    private readonly string _atOptimum;
    private readonly int _neutralMoves;
    private readonly NeighborKind _kind;
    private readonly bool _isRaw;
    private readonly CellIdentity _identity;

    private readonly KnownLosses _known = new();
    private readonly Cell[] _neighbors = new Cell[Neighbors.MaxCount];
    private readonly int[] _indices = new int[Neighbors.MaxCount];
    private readonly Cell[] _neutral = new Cell[Neighbors.MaxCount];
    private readonly PriorityQueue<Site, (double Loss, long Order)> _unexpanded = new();
    private readonly SeenCells? _expanded;

    private Phase _phase;
    private int _startsLeft;
    private Site _current;
    private Site _best;
    private int _neutralCount;
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
        int starts = settings.Integer("starts");
        int laterStarts = settings.Integer("later_starts");
        _laterStarts = laterStarts == 0 ? starts : laterStarts;
        _isSteepest = settings.Word("step") == "steepest";
        _keepsValues = settings.Word("noise") == "fixed";
        _atOptimum = settings.Word("at_optimum");
        _expanded = _atOptimum == "best-first" ? new SeenCells() : null;
        _neutralMoves = settings.Integer("neutral_moves");
        string neighborhood = settings.Word("neighborhood");
        _isRaw = neighborhood == "raw";
        _kind = neighborhood == "naszilla" ? NeighborKind.Naszilla : NeighborKind.Class;
        _skipsSeen = settings.Word("identity") == "path";
        _identity = _skipsSeen ? CellIdentity.Paths : CellIdentity.Class;
        Start(starts);
    }

    private enum Phase
    {
        Starting,
        Climbing,
        Wandering,
    }

    /// <inheritdoc/>
    public bool TryAsk(out Proposal proposal)
    {
        while (true)
        {
            switch (_phase)
            {
                case Phase.Starting when _startsLeft > 0:
                    return TryDrawUnseen(out proposal);
                case Phase.Starting when _best.Index < 0:
                    // All cells of the start were invalid.
                    Start(_laterStarts);
                    break;
                case Phase.Starting:
                    MoveTo(_best);
                    break;
                case Phase.Climbing when TryNextNeighbor(out proposal):
                    return true;
                case Phase.Climbing:
                    LeaveNeighborhood();
                    break;
                default:
                    _encoding.Draw(_random, out Cell cell, out int index);
                    proposal = new Proposal(cell, index, _epochs);
                    return true;
            }
        }
    }

    /// <inheritdoc/>
    public void Tell(in Proposal proposal, in Answer answer)
    {
        var site = new Site(proposal.Cell, proposal.Index, answer.Loss);
        if (proposal.IsValid)
        {
            int key = _identity.Of(proposal.Index);
            if (_keepsValues && !_known.TryGet(key, out double _))
            {
                _known.Set(key, answer.Loss);
            }

            if (_expanded is not null)
            {
                _unexpanded.Enqueue(site, (answer.Loss, _told++));
            }
        }

        switch (_phase)
        {
            case Phase.Starting:
                _startsLeft--;
                Consider(site);
                break;
            case Phase.Climbing when _isSteepest:
                Consider(site);
                break;
            case Phase.Climbing when answer.Loss < _current.Loss:
                MoveTo(site);
                break;
            default:
                break;
        }
    }

    private void Start(int evaluations)
    {
        _phase = Phase.Starting;
        _startsLeft = evaluations;
        _best = new Site(default, -1, double.PositiveInfinity);
    }

    /// <summary>A random cell that was not evaluated, as far as some draws find one.</summary>
    private bool TryDrawUnseen(out Proposal proposal)
    {
        for (int attempt = 0; attempt < SearchEncoding.MaxAttempts; attempt++)
        {
            _encoding.Draw(_random, out Cell cell, out int index);
            if (index < 0 || !_keepsValues || !_known.TryGet(_identity.Of(index), out double _))
            {
                proposal = new Proposal(cell, index, _epochs);
                return true;
            }
        }

        proposal = default;
        return false;
    }

    private void Consider(Site site)
    {
        if (site.Loss < _best.Loss)
        {
            _best = site;
        }
    }

    private void MoveTo(Site site)
    {
        _neutralMovesLeft = _neutralMoves;
        Expand(site);
    }

    /// <summary>Begins with the neighbours of a cell: keeps those that can lead on, in the order in which they were written.</summary>
    private void Expand(Site site)
    {
        _phase = Phase.Climbing;
        _current = site;
        _best = site with { Index = -1 };
        _position = 0;
        _count = 0;
        _neutralCount = 0;
        int currentKey = _identity.Of(site.Index);
        _expanded?.Add(currentKey);
        int written = WriteNeighbors(site.Cell);
        for (int i = 0; i < written; i++)
        {
            int index = _indices[i];
            if (index < 0)
            {
                continue;
            }

            int key = _identity.Of(index);
            if (key == currentKey)
            {
                _neutral[_neutralCount++] = _neighbors[i];
            }
            else if (!_keepsValues || !_known.TryGet(key, out double loss) || (!_skipsSeen && loss < site.Loss))
            {
                _neighbors[_count] = _neighbors[i];
                _indices[_count++] = index;
            }
        }
    }

    private int WriteNeighbors(Cell cell)
    {
        int count;
        if (_isRaw)
        {
            Cell padded = cell.PadTo(Cell.MaxVertices);
            count = CellEdits.CountChanges<Nas101>(padded.Vertices);
            CellEdits.ApplyAll<Nas101>(padded, _neighbors.AsSpan(0, count));
        }
        else
        {
            count = Neighbors.Write(cell, _neighbors, _kind);
        }

        _encoding.Locate(_neighbors.AsSpan(0, count), _indices);
        return count;
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
            if (!_keepsValues || !_known.TryGet(_identity.Of(index), out double loss))
            {
                proposal = new Proposal(cell, index, _epochs);
                return true;
            }

            // Known from before, or from a neighbour of the same class; where what was seen is skipped, the latter alone.
            if (_isSteepest && !_skipsSeen)
            {
                Consider(new Site(cell, index, loss));
            }
            else if (!_skipsSeen && loss < _current.Loss)
            {
                MoveTo(new Site(cell, index, loss));
            }
        }

        proposal = default;
        return false;
    }

    /// <summary>After the last neighbour: to the best of them, or on from the local optimum.</summary>
    private void LeaveNeighborhood()
    {
        if (_best.Index >= 0)
        {
            MoveTo(_best);
        }
        else if (_neutralCount > 0 && _neutralMovesLeft > 0)
        {
            _neutralMovesLeft--;
            Expand(_current with { Cell = _neutral[RandomDraws.Below(_random, _neutralCount)] });
        }
        else if (_atOptimum == "random")
        {
            _phase = Phase.Wandering;
        }
        else if (_expanded is null || !TryGoOnFromBest())
        {
            Start(_laterStarts);
        }
    }

    /// <summary>Goes to the best evaluated cell whose neighbours were not looked at.</summary>
    private bool TryGoOnFromBest()
    {
        while (_unexpanded.TryDequeue(out Site site, out (double Loss, long Order) _))
        {
            if (!_expanded!.Contains(_identity.Of(site.Index)))
            {
                MoveTo(site);
                return true;
            }
        }

        return false;
    }

    /// <summary>A cell, the index of its class, and the loss that counts for it.</summary>
    private readonly record struct Site(Cell Cell, int Index, double Loss);
}
