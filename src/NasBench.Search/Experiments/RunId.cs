namespace NasBench.Search;

/// <summary>Names one run of an experiment.</summary>
/// <param name="Algorithm">The position of the algorithm in the plan.</param>
/// <param name="Run">The number of the run, from 0.</param>
public readonly record struct RunId(int Algorithm, int Run);
