using NasBench.Data;

namespace NasBench.Search;

/// <summary>Asks the table for a proposal: draws the repeat, looks it up, and remembers it where nothing is evaluated twice.</summary>
internal sealed class Evaluator
{
    private readonly RunStore _store;
    private readonly IRepeatDraws _repeats;
    private readonly RunOptions _options;
    private readonly Dictionary<(ulong Cell, int Epochs), Evaluated>? _memory;

    public Evaluator(Dataset data, IRepeatDraws repeats, RunOptions options)
    {
        _store = data.Store;
        _repeats = repeats;
        _options = options;
        _memory = options.Dedup == DedupRule.Off ? null : [];
    }

    /// <summary>Evaluates a valid proposal.</summary>
    /// <param name="proposal">What to evaluate.</param>
    /// <param name="evaluated">What it gave.</param>
    /// <returns>Whether the data hold the cell.</returns>
    /// <exception cref="SearchException">No cell of the data has this number of epochs.</exception>
    public bool TryEvaluate(in Proposal proposal, out Evaluated evaluated)
    {
        if (_memory is null)
        {
            return TryLookUp(proposal, out evaluated);
        }

        ulong cell = _options.Dedup == DedupRule.Class ? (uint)proposal.Index : proposal.Cell.Bits;
        (ulong, int) key = (cell, proposal.Point == EvaluationPoint.Halfway ? -proposal.Epochs : proposal.Epochs);
        if (_memory.TryGetValue(key, out evaluated))
        {
            if (!_options.PaysRepeats)
            {
                evaluated = evaluated with { Answer = evaluated.Answer with { TrainingTime = 0 }, SpentEpochs = 0, IsFree = true };
            }

            return true;
        }

        bool isThere = TryLookUp(proposal, out evaluated);
        if (isThere)
        {
            _memory.Add(key, evaluated);
        }

        return isThere;
    }

    private bool TryLookUp(in Proposal proposal, out Evaluated evaluated)
    {
        int position = _store.FindEpochs(proposal.Epochs);
        if (position < 0)
        {
            throw new SearchException($"the data hold no training of {proposal.Epochs} epochs, only of {string.Join(", ", _store.Epochs.ToArray())}");
        }

        int place = _store.FindPlace(proposal.Index);
        int count = place < 0 ? 0 : _store.CountRepeatsAt(place, position);
        if (count == 0)
        {
            evaluated = default;
            return false;
        }

        int repeat = -1;
        Metrics metrics;
        if (_options.Reward == RewardRule.Mean)
        {
            MeanRun.TryGet(_store, proposal.Index, position, out Run mean);
            metrics = mean.At(proposal.Point);
        }
        else
        {
            repeat = _repeats.Next(count);
            metrics = _store.GetMetricsAt(place, proposal.Index, position, repeat, proposal.Point);
        }

        // A value that the data lack is worth nothing, and a time that they lack costs nothing, as in query sessions.
        double validation = double.IsNaN(metrics.ValidationAccuracy) ? 0 : metrics.ValidationAccuracy;
        double time = double.IsNaN(metrics.TrainingTime) ? 0 : metrics.TrainingTime;
        int epochs = proposal.Point == EvaluationPoint.Halfway ? proposal.Epochs / 2 : proposal.Epochs;
        evaluated = new Evaluated(new Answer(1 - validation, validation, time, repeat), metrics.TestAccuracy, position, epochs, IsFree: false);
        return true;
    }
}
