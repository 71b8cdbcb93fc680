namespace NasBench.Data;

/// <summary>Reports the progress of a step as progress of the whole work, of which the step is the part from start to end.</summary>
internal sealed class PartialProgress(IProgress<double> whole, double start, double end) : IProgress<double>
{
    public void Report(double value) => whole.Report(start + (value * (end - start)));
}
