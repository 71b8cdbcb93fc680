namespace NasBench.Data.Tests;

/// <summary>Keeps what was reported, at once and on the reporting thread.</summary>
internal sealed class RecordingProgress(Action<double>? onReport = null, int capacity = 0) : IProgress<double>
{
    public List<double> Values { get; } = new(capacity);

    public void Report(double value)
    {
        Values.Add(value);
        onReport?.Invoke(value);
    }

    public void AssertRisesToOne()
    {
        Assert.NotEmpty(Values);
        Assert.Equal(1.0, Values[^1]);
        Assert.All(Values, value => Assert.InRange(value, 0.0, 1.0));
        Assert.Equal(Values.Order(), Values);
    }
}
