using System.Text.Json;
using NasBench.Data;

namespace NasBench.Search;

/// <summary>A data set as a problem of kurobako: its solvers search in our table.</summary>
/// <remarks>
/// The same as kurobako's own <c>nasbench</c> problem: the value is 1 - validation accuracy, the steps are the numbers of epochs of the data, each trial keeps
/// one repeat for all of them, and parameters that mean no cell of the data are told to be unevaluable. Which repeat it is follows from the seed that kurobako
/// gives and the order of the trials. A validation accuracy that the data lack counts as 0.
/// </remarks>
public sealed class KurobakoProblem : KurobakoConversation
{
    private readonly RunStore _store;
    private readonly KurobakoEncoding _encoding;
    private readonly Provenance _provenance;
    private readonly Dictionary<ulong, SplitMixRandom> _problems = [];
    private readonly Dictionary<ulong, (int Place, int Index, ulong Draw)> _evaluators = [];

    /// <summary>Begins a conversation.</summary>
    /// <param name="data">The table; it must stay open.</param>
    /// <param name="encoding">How cells are written as parameters.</param>
    /// <param name="provenance">Where the values come from, which the specification says.</param>
    /// <exception cref="SearchException">The data hold no cell.</exception>
    public KurobakoProblem(Dataset data, KurobakoEncoding encoding, Provenance provenance)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(encoding);
        if (data.Epochs.Length == 0 || data.CellCount == 0)
        {
            throw new SearchException("the data set holds no cell to search for");
        }

        _store = data.Store;
        _encoding = encoding;
        _provenance = provenance;
    }

    private protected override void WriteSpecification(Utf8JsonWriter json)
    {
        json.WriteString("type", "PROBLEM_SPEC_CAST");
        json.WritePropertyName("spec");
        KurobakoSpecifications.WriteProblem(json, _encoding, _store.Epochs.ToArray(), _provenance);
    }

    private protected override Action<Utf8JsonWriter>? Take(string type, JsonElement message)
    {
        switch (type)
        {
            case "CREATE_PROBLEM_CAST":
                _problems[KurobakoJson.Whole(message, "problem_id")] = RandomStreams.Create(
                    KurobakoJson.Whole(message, "random_seed"), "", 0, StreamPurpose.Repeats);
                return null;
            case "DROP_PROBLEM_CAST":
                _problems.Remove(KurobakoJson.Whole(message, "problem_id"));
                return null;
            case "CREATE_EVALUATOR_CALL":
                CreateEvaluator(message);
                return json => json.WriteString("type", "CREATE_EVALUATOR_REPLY");
            case "DROP_EVALUATOR_CAST":
                _evaluators.Remove(KurobakoJson.Whole(message, "evaluator_id"));
                return null;
            case "EVALUATE_CALL":
                (int step, double value) = Evaluate(message);
                return json =>
                {
                    json.WriteString("type", "EVALUATE_REPLY");
                    json.WriteNumber("current_step", step);
                    json.WriteStartArray("values");
                    json.WriteNumberValue(value);
                    json.WriteEndArray();
                };
            default:
                throw Unknown(type);
        }
    }

    private void CreateEvaluator(JsonElement message)
    {
        ulong problem = KurobakoJson.Whole(message, "problem_id");
        if (!_problems.TryGetValue(problem, out SplitMixRandom? repeats))
        {
            throw KurobakoException.InvalidInput($"there is no problem {problem}");
        }

        ulong evaluator = KurobakoJson.Whole(message, "evaluator_id");
        double[] parameters =
            [.. KurobakoJson.Member(message, "params", JsonValueKind.Array).EnumerateArray().Select(value => KurobakoJson.Number(value, "params"))];
        _encoding.Decode(parameters, out int index);
        int place = index < 0 ? -1 : _store.FindPlace(index);
        if (place < 0)
        {
            throw new KurobakoException(
                KurobakoErrorKind.UnevaluableParams, index < 0 ? "the parameters are no cell of the space" : "the data do not hold the cell of the parameters");
        }

        _evaluators[evaluator] = (place, index, repeats.NextBits());
    }

    /// <summary>The first step that is not below the next one, at which there is a repeat.</summary>
    private (int Step, double Value) Evaluate(JsonElement message)
    {
        ulong id = KurobakoJson.Whole(message, "evaluator_id");
        ulong next = KurobakoJson.Whole(message, "next_step");
        if (!_evaluators.TryGetValue(id, out (int Place, int Index, ulong Draw) trial))
        {
            throw KurobakoException.InvalidInput($"there is no evaluator {id}");
        }

        for (int position = 0; position < _store.Epochs.Length; position++)
        {
            int count = (ulong)_store.Epochs[position] < next ? 0 : _store.CountRepeatsAt(trial.Place, position);
            if (count > 0)
            {
                int repeat = (int)(trial.Draw % (ulong)count);
                Metrics metrics = _store.GetMetricsAt(trial.Place, trial.Index, position, repeat, EvaluationPoint.Final);
                return (_store.Epochs[position], 1 - (double.IsNaN(metrics.ValidationAccuracy) ? 0 : metrics.ValidationAccuracy));
            }
        }

        throw KurobakoException.InvalidInput($"the data hold no training of the cell for {next} epochs or more");
    }
}
