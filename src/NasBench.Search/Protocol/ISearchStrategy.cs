namespace NasBench.Search;

/// <summary>A search strategy: it proposes cells, and is told what they are worth.</summary>
/// <remarks>
/// With one worker each proposal is answered before the next is asked for. With more, up to that many proposals are open at the same time, and
/// answers come in the order in which the simulated trainings end. One strategy belongs to one run and one thread.
/// </remarks>
/// <example>
/// <code>
/// sealed class MyRandomSearch(StrategyContext context) : ISearchStrategy
/// {
///     public bool TryAsk(out Proposal proposal)
///     {
///         Cell cell = CellSampler.Next(context.Random, out int index);
///         proposal = new Proposal(cell, index, context.FullEpochs);
///         return true;
///     }
///
///     public void Tell(in Proposal proposal, in Answer answer)
///     {
///     }
/// }
/// </code>
/// </example>
public interface ISearchStrategy
{
    /// <summary>Asks for the next proposal.</summary>
    /// <param name="proposal">What to evaluate next.</param>
    /// <returns>
    /// Whether there is one. If not while proposals are open, the strategy is asked again after the next answer; if not while none is open, the run
    /// ends: the strategy is exhausted.
    /// </returns>
    bool TryAsk(out Proposal proposal);

    /// <summary>Tells the answer to a proposal.</summary>
    /// <param name="proposal">The proposal, as <see cref="TryAsk"/> gave it.</param>
    /// <param name="answer">What it is worth.</param>
    void Tell(in Proposal proposal, in Answer answer);
}
