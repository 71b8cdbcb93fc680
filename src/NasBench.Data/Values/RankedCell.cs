namespace NasBench.Data;

/// <summary>A cell in a ranking, such as the one that <see cref="Dataset"/>.GetTop gives.</summary>
/// <param name="Rank">Its place, from 1.</param>
/// <param name="Index">Its index in the space.</param>
/// <param name="Hash">Its module hash.</param>
/// <param name="Cell">The graph that the data set holds for it.</param>
/// <param name="Value">The value that it is ranked by; never NaN.</param>
public readonly record struct RankedCell(int Rank, int Index, ModuleHash Hash, Cell Cell, double Value);
