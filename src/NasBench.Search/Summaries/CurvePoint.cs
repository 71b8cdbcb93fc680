namespace NasBench.Search;

/// <summary>The regrets of an algorithm's runs at one moment.</summary>
/// <param name="At">The moment, on its axis.</param>
/// <param name="Runs">The number of runs.</param>
/// <param name="Mean">The arithmetic mean of the regrets.</param>
/// <param name="Median">Their median.</param>
/// <param name="Q25">The lower quartile, of type 7.</param>
/// <param name="Q75">The upper quartile.</param>
/// <param name="MeanRank">The mean rank among all runs of all algorithms; 1 is the smallest regret.</param>
public readonly record struct CurvePoint(double At, int Runs, double Mean, double Median, double Q25, double Q75, double MeanRank);
