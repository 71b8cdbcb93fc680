using System.Text;
using System.Text.Json;
using NasBench.Data;
using NasBench.Search.Tests.Oracles;

namespace NasBench.Search.Tests;

[Trait("Category", "Once")]
public sealed class KurobakoConversationTests
{
    private const string ChainParameters = "[1,1,1,1,1,1,0,0,0,0,0,1,0,0,0,0,1,0,0,0,1,0,0,1,0,1]";

    public static TheoryData<string, string> Studies => new(
        from algorithm in SearchAlgorithms.All
        from encoding in KurobakoEncoding.All
        select (algorithm.Name, encoding.Name));

    [Theory]
    [MemberData(nameof(Studies))]
    public void Study_AnyAlgorithmOnAnyProblem_SpendsItsBudgetOnCellsOfTheData(string algorithm, string encoding)
    {
        KurobakoEncoding parameters = KurobakoEncoding.Find(encoding)!;
        List<(ulong, string, int, double?)> trials = [];
        foreach ((ulong trial, string text, int step, double? value) in Study(algorithm, parameters).Run(0, seed: 3, budget: 8))
        {
            Assert.Equal((ulong)trials.Count, trial);
            parameters.Decode([.. JsonElement.Parse(text).EnumerateArray().Select(number => number.GetDouble())], out int index);
            Assert.NotNull(value);
            Assert.Contains(value.Value, Accuracies(index, step).Select(accuracy => 1 - accuracy));
            trials.Add((trial, text, step, value));
        }

        Assert.Equal(trials, Study(algorithm, parameters).Run(0, seed: 3, budget: 8));
        Assert.NotEqual(trials, Study(algorithm, parameters).Run(0, seed: 4, budget: 8));
    }

    [Fact]
    public void Study_OneFidelity_FindsWhatOurOwnRunFinds()
    {
        // Rewards of one repeat differ by the draw; with one repeat there is none.
        PlannedAlgorithm planned = PlannedAlgorithm.Create("re", SearchProfile.Paper, changes: [new("population_size", "10"), new("tournament_size", "3")]);
        var plan = new SearchPlan { Algorithms = [planned], Budget = SearchBudget.Evaluations(60), Seed = 9 };
        using Dataset data = OneRepeat();
        RunResult own = new Experiment(data, plan).Run(new RunId(0, 0), keepsRecords: true);

        var study = new KurobakoStudy(new KurobakoSolver(planned), new KurobakoProblem(data, KurobakoEncoding.A, Provenance.Synthetic));
        double?[] values = [.. study.Run(0, seed: 9, budget: 60).Select(trial => trial.Value)];

        Assert.Equal(
            own.Records.Where(record => record.Index >= 0).Select(record => (double?)(1 - OneRepeat(record.Index))),
            values);
    }

    [Fact]
    public void Study_SeveralAtOnce_AreAsEachAlone()
    {
        KurobakoStudy together = Study("re", KurobakoEncoding.A);
        using IEnumerator<(ulong, string, int, double?)> first = together.Run(1, seed: 11, budget: 20).GetEnumerator();
        using IEnumerator<(ulong, string, int, double?)> second = together.Run(2, seed: 12, budget: 20).GetEnumerator();
        List<(ulong, string, int, double?)> firsts = [];
        List<(ulong, string, int, double?)> seconds = [];
        while (first.MoveNext() && second.MoveNext())
        {
            firsts.Add(first.Current);
            seconds.Add(second.Current);
        }

        Assert.Equal(Study("re", KurobakoEncoding.A).Run(0, seed: 11, budget: 20), firsts);
        Assert.Equal(Study("re", KurobakoEncoding.A).Run(0, seed: 12, budget: 20), seconds);
    }

    [Fact]
    public void Study_Hyperband_TrainsEachRungAnew()
    {
        int[] steps = [.. Study("hyperband", KurobakoEncoding.A).Run(0, seed: 1, budget: 15).Select(trial => trial.Step)];

        Assert.Equal([4, 12, 36, 108], steps.Distinct().Order());
        Assert.InRange(steps.Sum(), 1620, 1620 + 107);
        Assert.All(steps[..5], step => Assert.Equal(4, step));
    }

    /// <summary>Word by word as kurobako 0.2.9 speaks; its messages are those of <c>kurobako_core/src/epi</c>.</summary>
    [Fact]
    public void Problem_RecordedConversation_AnswersWordByWord()
    {
        KurobakoProblem problem = Problem(KurobakoEncoding.A);
        double value = 1 - Accuracies(Nas101.Locate(Chain()), 36)[0];

        Assert.Empty(KurobakoStudy.Say(problem, """{"type":"CREATE_PROBLEM_CAST","problem_id":0,"random_seed":17791829452394728312}"""));
        Assert.Equal(
            "{\"type\":\"CREATE_EVALUATOR_REPLY\"}\n",
            KurobakoStudy.Say(problem, $$"""{"type":"CREATE_EVALUATOR_CALL","problem_id":0,"evaluator_id":0,"params":{{ChainParameters}} }"""));
        string[] replies =
            [.. Enumerable.Range(0, 3).Select(_ => KurobakoStudy.Say(problem, """{"type":"EVALUATE_CALL","evaluator_id":0,"next_step":13}"""))];
        Assert.Single(replies.Distinct());
        Assert.StartsWith("{\"type\":\"EVALUATE_REPLY\",\"current_step\":36,\"values\":[", replies[0], StringComparison.Ordinal);
        Assert.InRange(JsonElement.Parse(replies[0]).GetProperty("values")[0].GetDouble(), value - 0.1, value + 0.1);
        Assert.Empty(KurobakoStudy.Say(problem, """{"type":"DROP_EVALUATOR_CAST","evaluator_id":0}"""));
        Assert.Equal(
            "{\"type\":\"ERROR_REPLY\",\"kind\":\"INVALID_INPUT\",\"message\":\"there is no evaluator 0\"}\n",
            KurobakoStudy.Say(problem, """{"type":"EVALUATE_CALL","evaluator_id":0,"next_step":13}"""));
        string noCell = ChainParameters.Replace(",1,0,0,0,0,0,1,", ",0,0,0,0,0,0,1,", StringComparison.Ordinal);
        Assert.Equal(
            "{\"type\":\"ERROR_REPLY\",\"kind\":\"UNEVALUABLE_PARAMS\",\"message\":\"the parameters are no cell of the space\"}\n",
            KurobakoStudy.Say(problem, $$"""{"type":"CREATE_EVALUATOR_CALL","problem_id":0,"evaluator_id":1,"params":{{noCell}} }"""));
        Assert.Empty(KurobakoStudy.Say(problem, """{"type":"DROP_PROBLEM_CAST","problem_id":0}"""));
        Assert.Contains(
            "there is no problem 0",
            KurobakoStudy.Say(problem, $$"""{"type":"CREATE_EVALUATOR_CALL","problem_id":0,"evaluator_id":2,"params":{{ChainParameters}} }"""),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Solver_RecordedConversation_AnswersWordByWord()
    {
        var solver = new KurobakoSolver(PlannedAlgorithm.Create("random", SearchProfile.Paper));
        string[] variables =
        [
            .. Enumerable.Range(0, 5).Select(number
                => Variable($"op{number}", """{"type":"CATEGORICAL","choices":["conv1x1-bn-relu","conv3x3-bn-relu","maxpool3x3"]}""")),
            Variable("num_edges", """{"type":"DISCRETE","low":0,"high":10}"""),
            .. Enumerable.Range(0, 21).Select(number => Variable($"edge{number}", """{"type":"CONTINUOUS","low":0.0,"high":1.0}""")),
        ];
        string specification =
            $$"""{"name":"NASBench (C)","attrs":{},"params_domain":[{{string.Join(',', variables)}}],"values_domain":[],"steps":[4,12,36,108]}""";

        Assert.Empty(KurobakoStudy.Say(solver, $$"""{"type":"CREATE_SOLVER_CAST","solver_id":5,"random_seed":1,"problem":{{specification}} }"""));
        JsonElement asked = KurobakoStudy.Call(solver, """{"type":"ASK_CALL","solver_id":5,"next_trial_id":40}""", "ASK_REPLY");

        Assert.Equal(["type", "trial", "next_trial_id"], asked.EnumerateObject().Select(member => member.Name));
        Assert.Equal(41, asked.GetProperty("next_trial_id").GetInt32());
        Assert.Equal(["id", "params", "next_step"], asked.GetProperty("trial").EnumerateObject().Select(member => member.Name));
        Assert.Equal((40, 108), (asked.GetProperty("trial").GetProperty("id").GetInt32(), asked.GetProperty("trial").GetProperty("next_step").GetInt32()));
        Assert.Equal(27, asked.GetProperty("trial").GetProperty("params").GetArrayLength());
        Assert.Equal(
            "{\"type\":\"TELL_REPLY\"}\n",
            KurobakoStudy.Say(solver, """{"type":"TELL_CALL","solver_id":5,"trial":{"id":40,"values":[0.07],"current_step":108}}"""));
        Assert.Equal(
            "{\"type\":\"ERROR_REPLY\",\"kind\":\"INVALID_INPUT\",\"message\":\"there is no open trial 40\"}\n",
            KurobakoStudy.Say(solver, """{"type":"TELL_CALL","solver_id":5,"trial":{"id":40,"values":[],"current_step":0}}"""));
        Assert.Empty(KurobakoStudy.Say(solver, """{"type":"DROP_SOLVER_CAST","solver_id":5}"""));
        Assert.Contains(
            "there is no solver 5", KurobakoStudy.Say(solver, """{"type":"ASK_CALL","solver_id":5,"next_trial_id":41}"""), StringComparison.Ordinal);

        static string Variable(string name, string range) => $$"""{"name":"{{name}}","range":{{range}},"distribution":"UNIFORM"}""";
    }

    [Theory]
    [InlineData("""{"name":"Sphere","params_domain":[{"name":"x","range":{"type":"CONTINUOUS"},"distribution":"UNIFORM"}],"steps":1}""", "INCAPABLE")]
    [InlineData("""{"name":"NASBench (A)","params_domain":[],"steps":[108]}""", "INCAPABLE")]
    [InlineData("""{"name":"NASBench (A)"}""", "INVALID_INPUT")]
    [InlineData("7", "INVALID_INPUT")]
    public void Solver_OtherProblem_SaysSoWhenAsked(string problem, string kind)
    {
        var solver = new KurobakoSolver(PlannedAlgorithm.Create("random", SearchProfile.Paper));

        Assert.Empty(KurobakoStudy.Say(solver, $$"""{"type":"CREATE_SOLVER_CAST","solver_id":0,"random_seed":1,"problem":{{problem}} }"""));

        JsonElement reply = KurobakoStudy.Call(solver, """{"type":"ASK_CALL","solver_id":0,"next_trial_id":0}""", "ERROR_REPLY");
        Assert.Equal(kind, reply.GetProperty("kind").GetString());
    }

    [Fact]
    public void Solver_StepsThatHyperbandLacks_SaysWhich()
    {
        KurobakoSolver solver = new(PlannedAlgorithm.Create("hyperband", SearchProfile.Paper));
        string problem = Specification(Problem(KurobakoEncoding.A)).Replace("[4,12,36,108]", "[108]", StringComparison.Ordinal);
        KurobakoStudy.Say(solver, $$"""{"type":"CREATE_SOLVER_CAST","solver_id":0,"random_seed":1,"problem":{{problem}} }""");

        JsonElement reply = KurobakoStudy.Call(solver, """{"type":"ASK_CALL","solver_id":0,"next_trial_id":0}""", "ERROR_REPLY");

        Assert.Equal("INCAPABLE", reply.GetProperty("kind").GetString());
        Assert.Contains("108", reply.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Solver_AskedTwice_GoesOnOnlyWithWorkers()
    {
        foreach ((string algorithm, bool isAble) in (ReadOnlySpan<(string, bool)>)[("random", true), ("tpe", false)])
        {
            var solver = new KurobakoSolver(PlannedAlgorithm.Create(algorithm, SearchProfile.Paper));
            string problem = Specification(Problem(KurobakoEncoding.A));
            KurobakoStudy.Say(solver, $$"""{"type":"CREATE_SOLVER_CAST","solver_id":0,"random_seed":1,"problem":{{problem}} }""");
            KurobakoStudy.Call(solver, """{"type":"ASK_CALL","solver_id":0,"next_trial_id":0}""", "ASK_REPLY");

            KurobakoStudy.Call(solver, """{"type":"ASK_CALL","solver_id":0,"next_trial_id":1}""", isAble ? "ASK_REPLY" : "ERROR_REPLY");
        }
    }

    [Fact]
    public void Answer_Garbage_IsAnErrorAndHarmsNothing()
    {
        KurobakoConversation[] programs = [Problem(KurobakoEncoding.B), new KurobakoSolver(PlannedAlgorithm.Create("re", SearchProfile.Paper))];
        byte[][] lines =
        [
            [], [0xFF, 0xFE], "nothing"u8.ToArray(), "[]"u8.ToArray(), "7"u8.ToArray(), "{}"u8.ToArray(), """{"type":7}"""u8.ToArray(),
            """{"type":"ASK_REPLY"}"""u8.ToArray(), """{"type":"ASK_CALL"}"""u8.ToArray(), """{"type":"EVALUATE_CALL","evaluator_id":-1}"""u8.ToArray(),
            """{"type":"CREATE_EVALUATOR_CALL","problem_id":0,"evaluator_id":0,"params":[null,1e999,"x"]}"""u8.ToArray(),
            """{"type":"ASK_CALL","solver_id":1.5,"next_trial_id":0}"""u8.ToArray(),
            """{"type":"TELL_CALL","solver_id":0,"trial":{"id":0,"values":["x"]}}"""u8.ToArray(),
            Encoding.UTF8.GetBytes(new string('[', 100_000)), [.. """{"type":"ASK_CALL","x":" """u8, 0xC3, 0x28, .. "\"}"u8],
        ];
        foreach (KurobakoConversation program in programs)
        {
            foreach (byte[] line in lines)
            {
                JsonElement reply = JsonElement.Parse(KurobakoStudy.Say(program, line));
                Assert.Equal("ERROR_REPLY", reply.GetProperty("type").GetString());
                Assert.Equal("INVALID_INPUT", reply.GetProperty("kind").GetString());
            }
        }

        Random random = new SplitMixRandom(1);
        byte[] good = Encoding.UTF8.GetBytes($$"""{"type":"CREATE_EVALUATOR_CALL","problem_id":0,"evaluator_id":0,"params":{{ChainParameters}} }""");
        for (int i = 0; i < 3000; i++)
        {
            byte[] damaged = [.. good];
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            string reply = KurobakoStudy.Say(programs[i % 2], damaged);
            Assert.DoesNotContain("BUG", reply, StringComparison.Ordinal);
            Assert.EndsWith("}\n", reply, StringComparison.Ordinal);
        }

        Assert.NotEmpty(new KurobakoStudy(programs[1], programs[0]).Run(0, seed: 1, budget: 3));
    }

    private static double[] Accuracies(int index, int epochs) =>
    [
        .. Enumerable.Range(0, 3).Select(repeat => SyntheticData.Whole.GetRun(Nas101.HashAt(index), epochs, repeat).Final.ValidationAccuracy),
    ];

    /// <summary>A chain of five conv3x3.</summary>
    private static Cell Chain()
        => KurobakoEncoding.A.Decode([.. JsonElement.Parse(ChainParameters).EnumerateArray().Select(number => number.GetDouble())], out _);

    /// <summary>The whole space with one repeat for each cell.</summary>
    private static Dataset OneRepeat()
        => new TableStore(Enumerable.Range(0, Nas101.CellCount).ToDictionary(index => index, index => new[] { (OneRepeat(index), 0.5) })).Open();

    private static double OneRepeat(int index) => (uint)(index * 2654435761L) / (double)uint.MaxValue;

    private static string Specification(KurobakoConversation program)
    {
        System.Buffers.ArrayBufferWriter<byte> output = new();
        program.Begin(output);
        return JsonElement.Parse(Encoding.UTF8.GetString(output.WrittenSpan)).GetProperty("spec").GetRawText();
    }

    private static KurobakoProblem Problem(KurobakoEncoding encoding) => new(SyntheticData.Whole, encoding, Provenance.Synthetic);

    private static KurobakoStudy Study(string algorithm, KurobakoEncoding encoding)
        => new(new KurobakoSolver(PlannedAlgorithm.Create(algorithm, SearchProfile.Paper)), Problem(encoding));
}
