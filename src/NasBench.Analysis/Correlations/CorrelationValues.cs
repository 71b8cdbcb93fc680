namespace NasBench.Analysis;

/// <summary>Three measures of how two columns go together.</summary>
/// <param name="Cells">The cells that were compared.</param>
/// <param name="Pearson">Pearson's r; NaN of fewer than two cells, and where either is constant, as are the others.</param>
/// <param name="Spearman">Spearman's rho.</param>
/// <param name="Kendall">Kendall's tau-b.</param>
public readonly record struct CorrelationValues(int Cells, double Pearson, double Spearman, double Kendall);
