using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NasBench.Search.Tests;

/// <summary>A little kurobako: what its runner does with one worker, written plainly, between a solver and a problem that see nothing but lines.</summary>
internal sealed class KurobakoStudy(KurobakoConversation solver, KurobakoConversation problem)
{
    private readonly JsonElement _problem = Begin(problem).GetProperty("spec");
    private readonly JsonElement _solver = Begin(solver).GetProperty("spec");

    public JsonElement SolverSpecification => _solver;

    /// <summary>Runs a study until its steps are used up.</summary>
    /// <param name="id">The number of solver and problem.</param>
    /// <param name="seed">The seed of both.</param>
    /// <param name="budget">The budget, in full evaluations.</param>
    /// <returns>The evaluations: trial, parameters, step and value; those that could not be made have no value.</returns>
    public IEnumerable<(ulong Trial, string Parameters, int Step, double? Value)> Run(ulong id, ulong seed, int budget)
    {
        AssertSilent(problem, $$"""{"type":"CREATE_PROBLEM_CAST","problem_id":{{id}},"random_seed":{{seed}} }""");
        AssertSilent(
            solver,
            $$"""{"type":"CREATE_SOLVER_CAST","solver_id":{{id}},"random_seed":{{seed}},"problem":{{_problem.GetRawText()}} }""");
        JsonElement all = _problem.GetProperty("steps");
        int last = all.ValueKind == JsonValueKind.Number ? all.GetInt32() : all.EnumerateArray().Last().GetInt32();
        int spent = 0;
        ulong next = 0;
        while (spent < last * budget)
        {
            JsonElement asked = Call(solver, $$"""{"type":"ASK_CALL","solver_id":{{id}},"next_trial_id":{{next}} }""", "ASK_REPLY");
            next = asked.GetProperty("next_trial_id").GetUInt64();
            JsonElement trial = asked.GetProperty("trial");
            ulong number = trial.GetProperty("id").GetUInt64();
            string parameters = trial.GetProperty("params").GetRawText();
            ulong evaluator = (id << 32) + number;
            JsonElement created = Call(
                problem, $$"""{"type":"CREATE_EVALUATOR_CALL","problem_id":{{id}},"evaluator_id":{{evaluator}},"params":{{parameters}} }""");
            int step = 0;
            double? value = null;
            if (created.GetProperty("type").GetString() == "ERROR_REPLY")
            {
                Assert.Equal("UNEVALUABLE_PARAMS", created.GetProperty("kind").GetString());
            }
            else
            {
                JsonElement evaluated = Call(
                    problem,
                    $$"""{"type":"EVALUATE_CALL","evaluator_id":{{evaluator}},"next_step":{{trial.GetProperty("next_step").GetInt32()}} }""",
                    "EVALUATE_REPLY");
                step = evaluated.GetProperty("current_step").GetInt32();
                value = evaluated.GetProperty("values").EnumerateArray().Single().GetDouble();
                AssertSilent(problem, $$"""{"type":"DROP_EVALUATOR_CAST","evaluator_id":{{evaluator}} }""");
            }

            spent += step;
            string values = value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
            Call(
                solver,
                $$$"""{"type":"TELL_CALL","solver_id":{{{id}}},"trial":{"id":{{{number}}},"values":[{{{values}}}],"current_step":{{{step}}} } }""",
                "TELL_REPLY");
            yield return (number, parameters, step, value);
        }

        AssertSilent(solver, $$"""{"type":"DROP_SOLVER_CAST","solver_id":{{id}} }""");
        AssertSilent(problem, $$"""{"type":"DROP_PROBLEM_CAST","problem_id":{{id}} }""");
    }

    /// <summary>What a line is answered with; nothing where it has no answer.</summary>
    public static string Say(KurobakoConversation program, string line) => Say(program, Encoding.UTF8.GetBytes(line));

    public static string Say(KurobakoConversation program, byte[] line)
    {
        ArrayBufferWriter<byte> output = new();
        program.Answer(line, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public static JsonElement Call(KurobakoConversation program, string line, string? type = null)
    {
        string reply = Say(program, line);
        Assert.EndsWith("}\n", reply, StringComparison.Ordinal);
        Assert.Equal(1, reply.Count(character => character == '\n'));
        JsonElement json = JsonElement.Parse(reply);
        Assert.True(type is null || json.GetProperty("type").GetString() == type, reply);
        return json;
    }

    private static void AssertSilent(KurobakoConversation program, string line) => Assert.Empty(Say(program, line));

    private static JsonElement Begin(KurobakoConversation program)
    {
        ArrayBufferWriter<byte> output = new();
        program.Begin(output);
        return JsonElement.Parse(Encoding.UTF8.GetString(output.WrittenSpan));
    }
}
