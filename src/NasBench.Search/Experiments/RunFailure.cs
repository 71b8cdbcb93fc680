namespace NasBench.Search;

/// <summary>A run that failed. It does not take the others along.</summary>
/// <param name="Id">Which run.</param>
/// <param name="Exception">Why.</param>
public sealed record RunFailure(RunId Id, Exception Exception);
