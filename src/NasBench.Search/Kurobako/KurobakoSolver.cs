using System.Text.Json;

namespace NasBench.Search;

/// <summary>An algorithm as a solver of kurobako, for its problems <c>NASBench (A)</c>, <c>(B)</c> and <c>(C)</c>.</summary>
/// <remarks>
/// Several studies can be open at the same time, each with a strategy and a seed of its own. Every proposal is a trial of its own: a cell that is trained for
/// more epochs is trained anew, as in our own runs. The parameters of a trial are those of its cell; where a strategy searches in something else, such as
/// weights, they are not what it drew, but mean the same cell.
/// </remarks>
public sealed class KurobakoSolver : KurobakoConversation
{
    private readonly PlannedAlgorithm _planned;
    private readonly bool _keepsEncoding;
    private readonly SearchBudget? _budget;
    private readonly Dictionary<ulong, (SolverRun? Run, KurobakoException? Failure)> _solvers = [];

    /// <summary>Begins a conversation.</summary>
    /// <param name="planned">The algorithm, with the settings that every study has.</param>
    /// <param name="keepsEncoding">
    /// Whether it searches in the encoding of its plan whatever the problem is; else in the problem's own, if that is B or C and the algorithm runs on it.
    /// </param>
    /// <param name="budget">
    /// The budget of each study, in evaluations or epochs, which kurobako does not tell its solvers. Annealing cools down over it; without one it stays warm.
    /// </param>
    /// <exception cref="ArgumentException">The budget is in seconds, which kurobako does not know.</exception>
    public KurobakoSolver(PlannedAlgorithm planned, bool keepsEncoding = false, SearchBudget? budget = null)
    {
        ArgumentNullException.ThrowIfNull(planned);
        if (budget is { Unit: BudgetUnit.Seconds })
        {
            throw new ArgumentException("kurobako knows no seconds: a budget of its studies is in evaluations or epochs", nameof(budget));
        }

        _budget = budget;
        _planned = planned;
        _keepsEncoding = keepsEncoding;
    }

    private protected override void WriteSpecification(Utf8JsonWriter json)
    {
        json.WriteString("type", "SOLVER_SPEC_CAST");
        json.WritePropertyName("spec");
        KurobakoSpecifications.WriteSolver(json, _planned.Algorithm.Name, _planned);
    }

    private protected override Action<Utf8JsonWriter>? Take(string type, JsonElement message)
    {
        switch (type)
        {
            case "CREATE_SOLVER_CAST":
                _solvers[KurobakoJson.Whole(message, "solver_id")] = TryCreate(message);
                return null;
            case "DROP_SOLVER_CAST":
                _solvers.Remove(KurobakoJson.Whole(message, "solver_id"));
                return null;
            case "ASK_CALL":
                return Ask(message);
            case "TELL_CALL":
                Tell(message);
                return json => json.WriteString("type", "TELL_REPLY");
            default:
                throw Unknown(type);
        }
    }

    /// <summary>A message without a reply cannot fail: what is wrong is told by the next one.</summary>
    private (SolverRun? Run, KurobakoException? Failure) TryCreate(JsonElement message)
    {
        try
        {
            JsonElement problem = KurobakoJson.Member(message, "problem", JsonValueKind.Object);
            KurobakoEncoding encoding = KurobakoEncoding.Match(KurobakoJson.Member(problem, "params_domain", JsonValueKind.Array))
                ?? throw new KurobakoException(KurobakoErrorKind.Incapable, "the problem is not NASBench (A), (B) or (C)");
            int[] steps = KurobakoSpecifications.ReadSteps(problem);
            return (Start(encoding, steps, KurobakoJson.Whole(message, "random_seed")), null);
        }
        catch (KurobakoException failure)
        {
            return (null, failure);
        }
    }

    private SolverRun Start(KurobakoEncoding encoding, int[] steps, ulong seed)
    {
        if (!_keepsEncoding && encoding != KurobakoEncoding.A && _planned.Algorithm.RunsOn(encoding.Searched))
        {
            StrategySettings settings = _planned.Settings.With("encoding", encoding.Searched.Name);
            try
            {
                return new SolverRun(_planned with { Encoding = encoding.Searched, Settings = settings }, encoding, steps, seed, _budget);
            }
            catch (KurobakoException failure) when (failure.Kind == KurobakoErrorKind.Incapable)
            {
                // Not with these settings: its own encoding is left.
            }
        }

        return new SolverRun(_planned, encoding, steps, seed, _budget);
    }

    private Action<Utf8JsonWriter> Ask(JsonElement message)
    {
        SolverRun run = Find(message);
        ulong id = KurobakoJson.Whole(message, "next_trial_id");
        if (id == ulong.MaxValue)
        {
            throw KurobakoException.InvalidInput("'next_trial_id' leaves no number for the trial after it");
        }

        (double[] parameters, int step) = run.Ask(id);
        return json =>
        {
            json.WriteString("type", "ASK_REPLY");
            json.WriteStartObject("trial");
            json.WriteNumber("id", id);
            json.WriteStartArray("params");
            foreach (double parameter in parameters)
            {
                json.WriteNumberValue(parameter);
            }

            json.WriteEndArray();
            json.WriteNumber("next_step", step);
            json.WriteEndObject();
            json.WriteNumber("next_trial_id", id + 1);
        };
    }

    private void Tell(JsonElement message)
    {
        SolverRun run = Find(message);
        JsonElement trial = KurobakoJson.Member(message, "trial", JsonValueKind.Object);
        JsonElement values = KurobakoJson.Member(trial, "values", JsonValueKind.Array);

        // Of several values the first is the accuracy.
        run.Tell(KurobakoJson.Whole(trial, "id"), values.GetArrayLength() == 0 ? null : KurobakoJson.Number(values[0], "values"));
    }

    private SolverRun Find(JsonElement message)
    {
        ulong id = KurobakoJson.Whole(message, "solver_id");
        return !_solvers.TryGetValue(id, out (SolverRun? Run, KurobakoException? Failure) solver)
            ? throw KurobakoException.InvalidInput($"there is no solver {id}")
            : solver.Run ?? throw solver.Failure!;
    }
}
