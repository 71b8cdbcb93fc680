using OxyPlot;

namespace NasBench.Plots;

/// <summary>A name beside the end of a line.</summary>
/// <param name="Text">The name.</param>
/// <param name="Value">The value at which the line ends.</param>
/// <param name="Color">The colour of the line.</param>
internal sealed record LineLabel(string Text, double Value, OxyColor Color);
