namespace NasBench.Search;

/// <summary>How BOHB builds a model.</summary>
/// <param name="Samples">The number of candidates for each proposal.</param>
/// <param name="TopPercent">The percentage of the evaluations that are good.</param>
/// <param name="MinBandwidth">The narrowest kernel.</param>
/// <param name="BandwidthFactor">Widens the draws of parameters that are numbers.</param>
internal readonly record struct KernelSettings(int Samples, int TopPercent, double MinBandwidth, double BandwidthFactor);
