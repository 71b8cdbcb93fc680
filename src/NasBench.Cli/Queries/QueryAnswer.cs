using NasBench.Data;

namespace NasBench.Cli;

/// <summary>The answer to a query.</summary>
/// <param name="Index">Index of the cell.</param>
/// <param name="Epochs">Epochs of the training.</param>
/// <param name="Repeat">What <c>repeat</c> shows: the number that was asked for or drawn, <c>mean</c> or <c>all</c>.</param>
/// <param name="Metrics">The evaluation; nothing known where all repeats were asked for.</param>
/// <param name="Runs">All repeats, or null.</param>
/// <param name="Provenance">Where the values come from.</param>
internal sealed record QueryAnswer(int Index, int Epochs, RepeatChoice Repeat, Metrics Metrics, Run[]? Runs, Provenance Provenance);
