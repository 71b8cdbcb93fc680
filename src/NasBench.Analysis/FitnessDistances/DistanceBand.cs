namespace NasBench.Analysis;

/// <summary>The accuracies of all points at one distance of the nearest peak.</summary>
/// <param name="Distance">The distance.</param>
/// <param name="Points">The number of points.</param>
/// <param name="Mean">Their mean accuracy.</param>
/// <param name="Quartile25">The first quartile of their accuracies, interpolated linearly between order statistics, as numpy does.</param>
/// <param name="Median">The median.</param>
/// <param name="Quartile75">The third quartile.</param>
/// <param name="Normalized">(mean of the band - mean of all points) / (greatest accuracy - mean of all points): 1 for the greatest, 0 for the mean; NaN
/// where all accuracies are the same.</param>
public sealed record DistanceBand(int Distance, long Points, double Mean, double Quartile25, double Median, double Quartile75, double Normalized);
