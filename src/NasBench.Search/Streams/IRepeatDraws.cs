namespace NasBench.Search;

/// <summary>Draws which repeat of a cell an evaluation sees.</summary>
public interface IRepeatDraws
{
    /// <summary>Draws a repeat uniformly.</summary>
    /// <param name="count">The number of repeats, at least 1.</param>
    /// <returns>0 to <paramref name="count"/> - 1.</returns>
    int Next(int count);
}
