namespace NasBench.Search;

/// <summary>How a value is distributed over runs.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Median">The median.</param>
/// <param name="Q25">The lower quartile, by quantile type 7 as all quantiles here.</param>
/// <param name="Q75">The upper quartile.</param>
/// <param name="Min">The smallest value.</param>
/// <param name="Max">The largest value.</param>
/// <param name="Low">The lower end of the bootstrap 95 % interval of the mean.</param>
/// <param name="High">The upper end of it.</param>
public readonly record struct Distribution(double Mean, double Median, double Q25, double Q75, double Min, double Max, double Low, double High);
