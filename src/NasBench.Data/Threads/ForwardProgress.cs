namespace NasBench.Data;

/// <summary>Progress of work that may begin anew: what was reported before is not reported again.</summary>
internal sealed class ForwardProgress(IProgress<double> progress) : IProgress<double>
{
    private double _reported = double.NegativeInfinity;

    public void Report(double value)
    {
        if (value > _reported)
        {
            _reported = value;
            progress.Report(value);
        }
    }
}
