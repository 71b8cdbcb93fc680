namespace NasBench.Search;

/// <summary>The regret of an algorithm's runs over what was spent: step functions, at 200 moments with equal distances on a logarithmic axis.</summary>
/// <param name="Algorithm">The algorithm's name in the results.</param>
/// <param name="Axis"><c>seconds</c> or <c>evaluations</c>.</param>
/// <param name="Points">
/// The moments, from the latest first incumbent of any run of any algorithm to the budget; none where a run has no incumbent.
/// </param>
public sealed record AlgorithmCurve(string Algorithm, string Axis, IReadOnlyList<CurvePoint> Points);
