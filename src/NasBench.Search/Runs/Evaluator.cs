using NasBench.Data;

namespace NasBench.Search;

/// <summary>Asks the table for a proposal: draws the repeat, looks it up, charges for it, and remembers it where nothing is evaluated twice.</summary>
internal sealed class Evaluator
{
    private readonly RunStore _store;
    private readonly IRepeatDraws _repeats;
    private readonly RunOptions _options;
    private readonly Dictionary<(ulong Cell, int Epochs), Evaluated>? _memory;
    private readonly ResumedTrainings? _resumed;

    public Evaluator(Dataset data, IRepeatDraws repeats, RunOptions options)
    {
        _store = data.Store;
        _repeats = repeats;
        _options = options;
        _memory = options.Dedup == DedupRule.Off ? null : [];
        _resumed = options.CreditsResumed ? new ResumedTrainings(data.Epochs.ToArray()) : null;
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
            return TryTrain(proposal, out evaluated);
        }

        ulong cell = _options.Dedup == DedupRule.Class ? (uint)proposal.Index : proposal.Cell.Bits;
        (ulong, int) key = (cell, proposal.Point == EvaluationPoint.Halfway ? -proposal.Epochs : proposal.Epochs);
        if (_memory.TryGetValue(key, out evaluated))
        {
            if (!_options.PaysRepeats)
            {
                evaluated = evaluated with { Cost = 0, SpentEpochs = 0, IsFree = true };
            }

            return true;
        }

        bool isThere = TryTrain(proposal, out evaluated);
        if (isThere)
        {
            // Training it again would go on from nothing, so that it would cost all of it.
            _memory.Add(key, _resumed is null ? evaluated : evaluated with { Cost = evaluated.Answer.TrainingTime, SpentEpochs = EpochsOf(proposal) });
        }

        return isThere;
    }

    /// <summary>Trains a valid cell, whether or not it was trained before.</summary>
    /// <param name="proposal">What to train.</param>
    /// <param name="evaluated">What it gave.</param>
    /// <returns>Whether the data hold the cell.</returns>
    /// <exception cref="SearchException">No cell of the data has this number of epochs.</exception>
    public bool TryTrain(in Proposal proposal, out Evaluated evaluated)
    {
        if (_resumed is null)
        {
            return TryLookUp(proposal, keptRepeat: -1, out evaluated);
        }

        bool isFinal = proposal.Point == EvaluationPoint.Final;
        bool resumes = _resumed.TryFind(proposal.Index, proposal.Epochs, out (int Epochs, int Repeat, double Seconds) training) && isFinal;
        if (!TryLookUp(proposal, resumes ? training.Repeat : -1, out evaluated))
        {
            return false;
        }

        Answer answer = evaluated.Answer;
        if (resumes && answer.Repeat == training.Repeat)
        {
            evaluated = evaluated with { Cost = Math.Max(answer.TrainingTime - training.Seconds, 0), SpentEpochs = proposal.Epochs - training.Epochs };
        }

        if (isFinal)
        {
            _resumed.Keep(proposal.Index, proposal.Epochs, answer.Repeat, answer.TrainingTime);
        }

        return true;
    }

    private static int EpochsOf(in Proposal proposal) => proposal.Point == EvaluationPoint.Halfway ? proposal.Epochs / 2 : proposal.Epochs;

    private bool TryLookUp(in Proposal proposal, int keptRepeat, out Evaluated evaluated)
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
            repeat = keptRepeat >= 0 && keptRepeat < count ? keptRepeat : _repeats.Next(count);
            metrics = _store.GetMetricsAt(place, proposal.Index, position, repeat, proposal.Point);
        }

        // A value that the data lack is worth nothing, and a time that they lack costs nothing, as in query sessions.
        double validation = OrZero(metrics.ValidationAccuracy);
        double time = OrZero(metrics.TrainingTime);
        evaluated = new Evaluated(
            new Answer(1 - validation, validation, time, repeat), metrics.TestAccuracy, position, 1 - validation, time, EpochsOf(proposal), IsFree: false);
        if (_options.IncumbentBy == IncumbentValue.Mean)
        {
            evaluated = WithAllRepeats(evaluated, proposal, place, count);
        }

        return true;
    }

    /// <summary>Trains and pays all repeats, for an incumbent by mean.</summary>
    private Evaluated WithAllRepeats(in Evaluated evaluated, in Proposal proposal, int place, int count)
    {
        double validation = 0;
        double cost = 0;
        for (int repeat = 0; repeat < count; repeat++)
        {
            Metrics metrics = _store.GetMetricsAt(place, proposal.Index, evaluated.EpochsPosition, repeat, proposal.Point);
            validation += OrZero(metrics.ValidationAccuracy);
            cost += OrZero(metrics.TrainingTime);
        }

        return evaluated with { IncumbentLoss = 1 - (validation / count), Cost = cost, SpentEpochs = evaluated.SpentEpochs * count };
    }

    private static double OrZero(double value) => double.IsNaN(value) ? 0 : value;
}
