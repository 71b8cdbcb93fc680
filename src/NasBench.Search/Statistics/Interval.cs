namespace NasBench.Search;

/// <summary>A range of numbers with both ends.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
public readonly record struct Interval(double Low, double High);
