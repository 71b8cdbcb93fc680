using System.Text.Json;

namespace NasBench.Cli.Tests.Commands;

public sealed class KurobakoCommandTests(SmallSpace space) : IClassFixture<SmallSpace>
{
    [Fact]
    public void Problem_Lines_AreAnsweredInTurn()
    {
        const string Lines =
            """
            {"type":"CREATE_PROBLEM_CAST","problem_id":0,"random_seed":7}
            {"type":"CREATE_EVALUATOR_CALL","problem_id":0,"evaluator_id":0,"params":[1,1,1,1,1,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]}
            {"type":"EVALUATE_CALL","evaluator_id":0,"next_step":5}
            no message
            {"type":"EVALUATE_CALL","evaluator_id":0,"next_step":108}
            """;

        CliResult result = Cli.RunWithInput(Lines, "kurobako-problem", space.File).Expect(ExitCode.Done);

        Assert.Contains("synthetic", result.Error, StringComparison.Ordinal);
        JsonElement[] replies = result.JsonLines;
        Assert.Equal(
            ["PROBLEM_SPEC_CAST", "CREATE_EVALUATOR_REPLY", "EVALUATE_REPLY", "ERROR_REPLY", "EVALUATE_REPLY"],
            replies.Select(reply => reply.GetProperty("type").GetString()));
        Assert.Equal(12, replies[2].GetProperty("current_step").GetInt32());
        JsonElement specification = replies[0].GetProperty("spec");
        Assert.Equal([4, 12, 36, 108], specification.GetProperty("steps").EnumerateArray().Select(step => step.GetInt32()));
        Assert.Equal(26, specification.GetProperty("params_domain").GetArrayLength());
    }

    [Fact]
    public void Problem_CellThatTheFileLacks_IsUnevaluable()
    {
        // A chain of seven vertices; the file has cells of at most five.
        const string Lines =
            """
            {"type":"CREATE_PROBLEM_CAST","problem_id":0,"random_seed":7}
            {"type":"CREATE_EVALUATOR_CALL","problem_id":0,"evaluator_id":0,"params":[1,1,1,1,1,1,0,0,0,0,0,1,0,0,0,0,1,0,0,0,1,0,0,1,0,1]}
            """;

        JsonElement reply = Cli.RunWithInput(Lines, "kurobako-problem", space.File, "-q").Expect(ExitCode.Done).JsonLines[1];

        Assert.Equal("UNEVALUABLE_PARAMS", reply.GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("--algorithm: which algorithms? 'nasbench help kurobako-solver' lists them")]
    [InlineData("--algorithm: a solver is one algorithm", "--algorithm", "re,random")]
    [InlineData("there is no algorithm 'rr'", "--algorithm", "rr")]
    [InlineData("there is no setting 'size'", "--algorithm", "re", "--set", "size=3")]
    [InlineData("--budget: 'seconds=4' is not evaluations=N or epochs=N", "--algorithm", "annealing", "--budget", "seconds=4")]
    public void Solver_Mistake_OneLineAndWrongUsage(string message, params string[] arguments) =>
        Cli.Run(["kurobako-solver", .. arguments]).ExpectFailure(ExitCode.Usage, message);

    [Fact]
    public void Problem_NoFile_IsInputFailed() =>
        Cli.Run("kurobako-problem", space.Folder["none.nasb"]).ExpectFailure(ExitCode.InputFailed, "none.nasb");
}
