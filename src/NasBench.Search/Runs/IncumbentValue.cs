namespace NasBench.Search;

/// <summary>By which value the best evaluation of a run is chosen.</summary>
public enum IncumbentValue : byte
{
    /// <summary>By the value that the strategy saw. Of many single repeats the best is a lucky one: it is too good on average.</summary>
    Seen,

    /// <summary>
    /// By the mean validation accuracy over all repeats of the cell. Every evaluation trains and pays all of them; the strategy is told what it is told
    /// otherwise.
    /// </summary>
    Mean,
}
