using System.Numerics;
using System.Text.Json;
using NasBench.TestUtilities;

namespace NasBench.Data.Tests.Sessions;

public sealed class QuerySessionTests : IDisposable
{
    private readonly Dataset _data = Dataset.Open(TestFiles.Vector("synth_tiny.tfrecord"));

    public void Dispose() => _data.Dispose();

    [Fact]
    public void TryQuery_RecordedSequences_EqualTheOriginal()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(TestFiles.Vector("query_sequences.json")));
        foreach (JsonElement sequence in document.RootElement.EnumerateArray())
        {
            var session = new QuerySession(_data, sequence.GetProperty("seed").GetInt64());
            foreach (JsonElement step in sequence.GetProperty("steps").EnumerateArray())
            {
                _data.TryFind(ModuleHash.Parse(step.GetProperty("hash").GetString()!, null), out int index);
                QueryStatus status = session.TryQuery(
                    _data.GetStoredCell(index),
                    step.GetProperty("epochs").GetInt32(),
                    step.GetProperty("stop_halfway").GetBoolean() ? EvaluationPoint.Halfway : EvaluationPoint.Final,
                    out Metrics metrics,
                    out int repeat);

                Assert.Equal(QueryStatus.Found, status);
                Assert.Equal(step.GetProperty("repeat_index")[0].GetInt32(), repeat);
                Assert.Equal(step.GetProperty("training_time").GetDouble(), metrics.TrainingTime);
                Assert.Equal(step.GetProperty("train_accuracy").GetDouble(), metrics.TrainAccuracy);
                Assert.Equal(step.GetProperty("validation_accuracy").GetDouble(), metrics.ValidationAccuracy);
                Assert.Equal(step.GetProperty("test_accuracy").GetDouble(), metrics.TestAccuracy);
                Assert.Equal(step.GetProperty("trainable_parameters").GetInt32(), _data.GetTrainableParameters(index));
                Assert.Equal(
                    new Budget(step.GetProperty("budget_time").GetDouble(), step.GetProperty("budget_epochs").GetInt64()), session.Budget);
            }
        }
    }

    [Fact]
    public void TryQuery_NothingFound_DrawsAndSpendsNothing()
    {
        int present = _data.Indices[0];
        int absent = Enumerable.Range(0, Space<Nas101>.Count).First(index => !_data.Contains(index));
        var session = new QuerySession(_data, 5);
        var undisturbed = new QuerySession(_data, 5);
        for (int i = 0; i < 50; i++)
        {
            AssertNothing(QueryStatus.NotInData, session.TryQuery(absent, 108, EvaluationPoint.Final, out Metrics metrics, out int repeat), metrics, repeat);
            AssertNothing(QueryStatus.NoSuchEpochs, session.TryQuery(present, 107, EvaluationPoint.Final, out metrics, out repeat), metrics, repeat);
            AssertNothing(QueryStatus.InvalidCell, session.TryQuery(default(Cell), 108, EvaluationPoint.Halfway, out metrics, out repeat), metrics, repeat);
            AssertNothing(QueryStatus.NoSuchEpochs, session.TryQuery(default(Cell), 1, EvaluationPoint.Halfway, out metrics, out repeat), metrics, repeat);

            session.TryQuery(present, 36, PointOf(i), out metrics, out repeat);
            undisturbed.TryQuery(present, 36, PointOf(i), out Metrics expected, out int expectedRepeat);
            Assert.Equal(expectedRepeat, repeat);
            Assert.Equal(expected, metrics);
            Assert.Equal(undisturbed.Budget, session.Budget);
        }
    }

    [Fact]
    public void ResetBudget_InTheMiddle_KeepsTheDraws()
    {
        var session = new QuerySession(_data, BigInteger.Pow(10, 40));
        var undisturbed = new QuerySession(_data, BigInteger.Pow(10, 40));
        for (int i = 0; i < 20; i++)
        {
            session.TryQuery(_data.Indices[i], 12, EvaluationPoint.Final, out Metrics metrics, out int repeat);
            undisturbed.TryQuery(_data.Indices[i], 12, EvaluationPoint.Final, out _, out int expected);
            Assert.Equal(expected, repeat);
            Assert.Equal(new Budget(metrics.TrainingTime, 12), session.Budget);
            session.ResetBudget();
            Assert.Equal(default, session.Budget);
        }
    }

    [Fact]
    public void Spend_OddEpochsHalfway_RoundsDownAndIgnoresAnAbsentTime()
    {
        var session = new QuerySession(_data, 0);
        session.Spend(Metrics.Absent, 5, EvaluationPoint.Halfway);
        session.Spend(new Metrics(1.5, 0, 0, 0), 5, EvaluationPoint.Final);
        Assert.Equal(new Budget(1.5, 7), session.Budget);
    }

    [Fact]
    public void Constructor_NoSeed_DrawsAnyRepeat()
    {
        var session = new QuerySession(_data);
        for (int i = 0; i < 20; i++)
        {
            Assert.Equal(QueryStatus.Found, session.TryQuery(_data.Indices[0], 4, EvaluationPoint.Final, out _, out int repeat));
            Assert.InRange(repeat, 0, 2);
        }
    }

    [Fact]
    public void TryQuery_Warm_AllocatesNothing()
    {
        var session = new QuerySession(_data, 1);
        Cell cell = _data.GetStoredCell(_data.Indices[7]);
        AllocationAssert.AllocatesNothing(() =>
        {
            session.TryQuery(cell, 108, EvaluationPoint.Final, out _, out _);
            session.TryQuery(default(Cell), 108, EvaluationPoint.Halfway, out _, out _);
            session.ResetBudget();
        });
    }

    [Fact]
    public void TryQuery_NoEvaluationPoint_Throws()
    {
        var session = new QuerySession(_data, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => session.TryQuery(_data.Indices[0], 108, (EvaluationPoint)2, out _, out _));
        Assert.Equal(default, session.Budget);
    }

    private static EvaluationPoint PointOf(int i) => i % 2 == 0 ? EvaluationPoint.Halfway : EvaluationPoint.Final;

    private static void AssertNothing(QueryStatus expected, QueryStatus actual, Metrics metrics, int repeat)
    {
        Assert.Equal(expected, actual);
        Assert.Equal(Metrics.Absent, metrics);
        Assert.Equal(-1, repeat);
    }
}
