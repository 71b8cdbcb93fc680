namespace NasBench.Data.Tests.Values;

public sealed class RecordedRunTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(108)]
    [InlineData(int.MaxValue)]
    public void Usual_AnyEpochs_HasCanonicalEpochs(int epochs)
    {
        RecordedRun canonical = RecordedRun.Canonical(epochs, Metrics.Absent, new Run(Metrics.Absent, Metrics.Absent), 7);

        Assert.Equal((0.0, epochs / 2.0, (double)epochs, 7.0), (canonical.Initial.Epoch, canonical.Halfway.Epoch, canonical.Final.Epoch, canonical.TotalTime));
        Assert.True(canonical.HasCanonicalEpochs(epochs));
        Assert.False(canonical.HasCanonicalEpochs(epochs - 1));
    }

    [Theory]
    [InlineData(-0.0, 54, 108)]
    [InlineData(1, 54, 108)]
    [InlineData(double.NaN, 54, 108)]
    [InlineData(0, 53.5, 108)]
    [InlineData(0, double.NaN, 108)]
    [InlineData(0, 54, 107)]
    [InlineData(0, 54, double.NaN)]
    public void HasCanonicalEpochs_AnyOther_IsFalse(double initial, double halfway, double final) =>
        Assert.False(RecordedRun.AreCanonicalEpochs(108, initial, halfway, final));
}
