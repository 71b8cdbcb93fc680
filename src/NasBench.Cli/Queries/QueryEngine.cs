using System.Globalization;
using System.Numerics;
using NasBench.Data;

namespace NasBench.Cli;

/// <summary>
/// Answers queries on one data set, one after the other: draws repeats and keeps the budget. A sampled repeat or one by number spends its own time; a
/// mean and all repeats spend that of all, since a cell has to be trained as often to know them.
/// </summary>
internal sealed class QueryEngine
{
    private readonly QuerySession _session;

    /// <summary>Begins.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="seed">Decides the draws; null for draws that differ from run to run.</param>
    public QueryEngine(Dataset data, BigInteger? seed)
    {
        Data = data;
        _session = seed is { } number ? new QuerySession(data, number) : new QuerySession(data);
    }

    /// <summary>The data set.</summary>
    public Dataset Data { get; }

    /// <summary>Spent so far.</summary>
    public Budget Budget => _session.Budget;

    /// <summary>Answers a query. The number of epochs is checked first, as in the original, then the cell.</summary>
    /// <returns>Null with an answer, else why there is none.</returns>
    public NoAnswer? TryAnswer(CellReference cell, int epochs, bool half, RepeatChoice repeat, out QueryAnswer? answer)
    {
        answer = null;
        if (!Data.Epochs.Contains(epochs))
        {
            return NoSuchEpochs(epochs);
        }

        NoAnswer? none = TryFind(cell, out int index);
        if (none is not null)
        {
            return none;
        }

        QueryStatus status = Ask(index, epochs, half, repeat, out answer);
        return status == QueryStatus.Found ? null : Explain(status, index, epochs, repeat);
    }

    private NoAnswer? TryFind(CellReference cell, out int index)
    {
        index = -1;
        if (cell.Missing is not null)
        {
            return cell.Missing;
        }

        if (cell.Graph is null)
        {
            ModuleHash hash = cell.Hash!.Value;
            return Data.TryFind(hash, out index) == QueryStatus.Found
                ? null
                : new NoAnswer(
                    ErrorKind.NotInData,
                    Space<Nas101>.TryFind(hash, out _) ? $"the data set does not hold the cell {hash}" : $"{hash} is not the hash of a cell of the space");
        }

        NoAnswer? none = CellResolver.TryGetIndex(cell, out index);
        return none ?? (Data.Contains(index) ? null : new NoAnswer(ErrorKind.NotInData, $"the data set does not hold the cell {Space<Nas101>.HashAt(index)}"));
    }

    private QueryStatus Ask(int index, int epochs, bool half, RepeatChoice repeat, out QueryAnswer? answer)
    {
        answer = null;
        if (repeat == RepeatChoice.Sample)
        {
            QueryStatus drawn = _session.TryQuery(index, epochs, PointOf(half), out Metrics sampled, out int number);
            if (drawn == QueryStatus.Found)
            {
                answer = new QueryAnswer(index, epochs, RepeatChoice.Of(number), sampled, null, ProvenanceOf(index, epochs, number));
            }

            return drawn;
        }

        return repeat == RepeatChoice.Mean || repeat == RepeatChoice.All
            ? AskAll(index, epochs, half, repeat, out answer)
            : AskOne(index, epochs, half, repeat, out answer);
    }

    private static EvaluationPoint PointOf(bool half) => half ? EvaluationPoint.Halfway : EvaluationPoint.Final;

    private QueryStatus AskOne(int index, int epochs, bool half, RepeatChoice repeat, out QueryAnswer? answer)
    {
        answer = null;
        QueryStatus status = Data.TryGetRun(index, epochs, repeat.Number, out Run run);
        if (status == QueryStatus.Found)
        {
            Metrics metrics = half ? run.Halfway : run.Final;
            _session.Spend(metrics, epochs, PointOf(half));
            answer = new QueryAnswer(index, epochs, repeat, metrics, null, ProvenanceOf(index, epochs, repeat.Number));
        }

        return status;
    }

    private QueryStatus AskAll(int index, int epochs, bool half, RepeatChoice repeat, out QueryAnswer? answer)
    {
        answer = null;
        QueryStatus status = Data.TryGetMean(index, epochs, out Run mean);
        if (status != QueryStatus.Found)
        {
            return status;
        }

        bool stopsHalfway = half && repeat == RepeatChoice.Mean;
        Run[] runs = new Run[Data.GetRepeatCount(index, epochs)];
        Data.TryGetProvenance(index, epochs, out Provenance provenance);
        for (int i = 0; i < runs.Length; i++)
        {
            Data.TryGetRun(index, epochs, i, out runs[i]);
            _session.Spend(runs[i].At(PointOf(stopsHalfway)), epochs, PointOf(stopsHalfway));
        }

        answer = repeat == RepeatChoice.All
            ? new QueryAnswer(index, epochs, repeat, Metrics.Absent, runs, provenance)
            : new QueryAnswer(index, epochs, repeat, half ? mean.Halfway : mean.Final, null, provenance);
        return status;
    }

    private Provenance ProvenanceOf(int index, int epochs, int repeat)
    {
        Data.TryGetProvenance(index, epochs, repeat, out Provenance provenance);
        return provenance;
    }

    private NoAnswer Explain(QueryStatus status, int index, int epochs, RepeatChoice repeat) => status switch
    {
        QueryStatus.NoSuchRepeat => new NoAnswer(
            ErrorKind.NotInData,
            string.Create(
                CultureInfo.InvariantCulture,
                $"there is no repeat {repeat} of the cell {Data.GetHash(index)} at {epochs} epochs, only 0 to {Data.GetRepeatCount(index, epochs) - 1}")),
        QueryStatus.NoSuchEpochs => new NoAnswer(
            ErrorKind.NoSuchEpochs,
            string.Create(CultureInfo.InvariantCulture, $"the data set holds no repeat of {epochs} epochs of the cell {Data.GetHash(index)}")),
        QueryStatus.NotInData => new NoAnswer(ErrorKind.NotInData, $"the data set does not hold the cell {Space<Nas101>.HashAt(index)}"),
        _ => new NoAnswer(ErrorKind.InvalidCell, "the cell is not of the space"),
    };

    private NoAnswer NoSuchEpochs(int epochs) => new(
        ErrorKind.NoSuchEpochs,
        string.Create(CultureInfo.InvariantCulture, $"the data set holds no repeat of {epochs} epochs, only of {string.Join(", ", Data.Epochs.ToArray())}"));
}
