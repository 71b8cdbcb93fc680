namespace NasBench.Search;

/// <summary>Targets moved and scaled to the mean 0 and the standard deviation 1, as naszilla scales them for Gaussian processes, and the way back.</summary>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Their standard deviation, divided by their number; 1 where all are the same.</param>
internal readonly record struct TargetScale(double Mean, double Deviation)
{
    /// <summary>The scale of targets.</summary>
    public static TargetScale Of(ReadOnlySpan<double> targets)
    {
        double mean = Samples.Mean(targets);
        double squares = 0;
        foreach (double target in targets)
        {
            squares += (target - mean) * (target - mean);
        }

        double deviation = Math.Sqrt(squares / targets.Length);
        return new TargetScale(mean, deviation > 0 ? deviation : 1);
    }

    /// <summary>A target on the scale.</summary>
    public double Scale(double target) => (target - Mean) / Deviation;

    /// <summary>A prediction on the scale as a target.</summary>
    public double Restore(double scaled) => (scaled * Deviation) + Mean;
}
