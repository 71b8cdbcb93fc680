namespace NasBench.Search;

/// <summary>
/// Brackets of successive halving one after another (Li et al., "Hyperband: a novel bandit-based approach to hyperparameter optimization", 2018): a rung ends
/// when all its runs have ended, and those with the lowest losses go on to the next, of equal losses the one that was drawn first.
/// </summary>
/// <remarks>
/// Every rung pays its trainings in full: a short training is no part of a longer one, since its learning rate has come to its end. A rung of n goes on with
/// n/eta, rounded down, at least one; those that go on keep their order. For one run and one thread; nothing allocates after the start.
/// </remarks>
internal sealed class BracketLoop
{
    private readonly RungLadder _ladder;
    private readonly int _onlyRung;
    private readonly Proposal[] _members;
    private readonly double[] _losses;
    private readonly int[] _origins;
    private int _count;
    private int _asked;
    private int _told;

    /// <summary>Starts before the first bracket.</summary>
    /// <param name="ladder">The rungs.</param>
    /// <param name="onlyRung">The rung that all brackets start at; -1 for Hyperband, whose brackets start at each rung in turn.</param>
    public BracketLoop(RungLadder ladder, int onlyRung = -1)
    {
        _ladder = ladder;
        _onlyRung = onlyRung;
        int most = 0;
        for (int rung = 0; rung < ladder.Count; rung++)
        {
            most = Math.Max(most, ladder.StartCount(rung));
        }

        _members = new Proposal[most];
        _losses = new double[most];
        _origins = new int[most];
        Bracket = -1;
        StartNext();
    }

    /// <summary>The number of the bracket, from 0.</summary>
    public int Bracket { get; private set; }

    /// <summary>The rung that the bracket is at.</summary>
    public int Rung { get; private set; }

    /// <summary>The rung that the bracket started at.</summary>
    public int FirstRung { get; private set; }

    /// <summary>The number of runs of the rung.</summary>
    public int Size => _count;

    /// <summary>The epochs of the rung.</summary>
    public int Epochs => _ladder[Rung];

    /// <summary>Whether the next run is of a configuration that the caller has to draw.</summary>
    public bool NeedsNew => Rung == FirstRung;

    /// <summary>Whether a run of the rung is still to be asked for.</summary>
    public bool CanAsk => _asked < _count;

    /// <summary>Asks for the next run, of a new configuration.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="index">Its index; -1 where it is not valid.</param>
    /// <returns>The proposal; its token is its place in the rung.</returns>
    public Proposal AskNew(Cell cell, int index)
    {
        _origins[_asked] = _asked;
        _members[_asked] = new Proposal(cell, index, Epochs, Token: (ulong)_asked);
        return _members[_asked++];
    }

    /// <summary>Asks for the next run, of a configuration that came from the rung below.</summary>
    public Proposal AskPromoted() => _members[_asked++];

    /// <summary>The place that a run's configuration had in the first rung of the bracket.</summary>
    /// <param name="place">The token of the proposal.</param>
    public int OriginOf(ulong place) => _origins[place];

    /// <summary>Tells the loss of a run. The last one of a rung leads to the next rung, or to the next bracket.</summary>
    /// <param name="place">The token of the proposal.</param>
    /// <param name="loss">The loss.</param>
    /// <returns>Whether the rung has ended.</returns>
    public bool Tell(ulong place, double loss)
    {
        _losses[place] = loss;
        if (++_told < _count)
        {
            return false;
        }

        if (Rung + 1 == _ladder.Count)
        {
            StartNext();
        }
        else
        {
            Promote(Math.Max(_count / _ladder.Eta, 1));
        }

        return true;
    }

    /// <summary>How many come before one: those with a lower loss, and those before it with the same.</summary>
    private int RankOf(int place)
    {
        int rank = 0;
        for (int other = 0; other < _count; other++)
        {
            rank += _losses[other] < _losses[place] || (_losses[other] == _losses[place] && other < place) ? 1 : 0;
        }

        return rank;
    }

    private void Promote(int kept)
    {
        Rung++;
        int next = 0;
        for (int place = 0; place < _count; place++)
        {
            if (RankOf(place) < kept)
            {
                // Places are overwritten from below, and losses stay for the ranks of those above.
                _members[next] = _members[place] with { Epochs = Epochs, Token = (ulong)next };
                _origins[next] = _origins[place];
                next++;
            }
        }

        _count = kept;
        _asked = 0;
        _told = 0;
    }

    private void StartNext()
    {
        Bracket++;
        FirstRung = _onlyRung >= 0 ? _onlyRung : Bracket % _ladder.Count;
        Rung = FirstRung;
        _count = _ladder.StartCount(FirstRung);
        _asked = 0;
        _told = 0;
    }
}
