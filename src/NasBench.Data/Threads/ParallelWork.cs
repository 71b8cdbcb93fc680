namespace NasBench.Data;

/// <summary>Work in pieces that may be done in any order, by several threads.</summary>
internal static class ParallelWork
{
    /// <summary>Does all pieces. The failure of the first piece that fails ends the work of all threads and is thrown.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="work">Does the things of a piece.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1, from the caller's thread.</param>
    /// <param name="cancellationToken">Ends the work between two pieces.</param>
    public static void Run(WorkRanges pieces, Action<Range> work, IProgress<double>? progress, CancellationToken cancellationToken) =>
        OrderedWork<int>.Run(pieces.Count, () => 0, (_, piece) => work(pieces[piece]), (_, _) => { }, progress, cancellationToken);
}
