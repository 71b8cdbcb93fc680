namespace NasBench.Cli;

/// <summary>One of the best cells.</summary>
/// <param name="Rank">Its place, from 1.</param>
/// <param name="Hash">Its module hash.</param>
/// <param name="Value">What it is ranked by.</param>
/// <param name="Parameters">Its trainable parameters.</param>
/// <param name="Seconds">Its mean training time.</param>
internal sealed record BestCell(int Rank, ModuleHash Hash, double Value, int Parameters, double Seconds);
