using NasBench.Data;

namespace NasBench.Analysis;

/// <summary>The transition operator of a random walk over classes: what a value is on average after one step.</summary>
/// <remarks>A step goes to each of the distinct neighbours with the same probability. A class without neighbours stays where it is.</remarks>
internal static class StepOperator
{
    private const int ClassesInPiece = 8192;

    /// <summary>Makes one step.</summary>
    /// <param name="graph">The neighbours.</param>
    /// <param name="values">A value for each class.</param>
    /// <param name="averages">Receives for each class the mean of the values of its neighbours.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static void Apply(NeighborGraph graph, double[] values, double[] averages, CancellationToken cancellationToken) => ParallelWork.Run(
        new WorkRanges(graph.Count, ClassesInPiece),
        classes =>
        {
            for (int index = classes.Start.Value; index < classes.End.Value; index++)
            {
                ReadOnlySpan<int> neighbors = graph[index];
                double sum = 0;
                foreach (int neighbor in neighbors)
                {
                    sum += values[neighbor];
                }

                averages[index] = neighbors.IsEmpty ? values[index] : sum / neighbors.Length;
            }
        },
        null,
        cancellationToken);
}
