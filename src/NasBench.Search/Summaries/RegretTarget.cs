namespace NasBench.Search;

/// <summary>How long an algorithm takes to a regret.</summary>
/// <param name="Regret">The regret.</param>
/// <param name="Reached">The part of the runs that reach it.</param>
/// <param name="Seconds">
/// The expected simulated seconds: what all runs spent until they reached it, or in vain, divided by the number of those that did; infinity where none did.
/// </param>
/// <param name="Evaluations">The same in evaluations.</param>
public readonly record struct RegretTarget(double Regret, double Reached, double Seconds, double Evaluations);
