namespace NasBench.Analysis;

/// <summary>The parts of the report on a landscape.</summary>
public static class LandscapeParts
{
    /// <summary>All parts, in the order of the report. A new part is a line here.</summary>
    public static IReadOnlyList<LandscapePart> All { get; } =
    [
        new("best", "The best value by four definitions", BestReport.Compute),
        new("noise", "How much repeats of the same training differ", NoiseReport.Compute),
        new("distribution", "How accuracies and times are distributed over the cells", DistributionReport.Compute),
        new("correlation", "Short trainings against long ones, validation against test", CorrelationReport.Compute),
        new("ranks", "How stable ranks are between single trainings", CorrelationReport.ComputeRanks),
        new("replacement", "What it does to replace an operation", ReplacementReport.Compute),
        new("depth", "Cells by the length of their longest path", ShapeReport.Of(ShapeKind.Depth, "depth")),
        new("width", "Cells by how many outputs are needed at the same time", ShapeReport.Of(ShapeKind.Width, "width")),
        new("cut", "Cells by the edges of their largest cut", ShapeReport.Of(ShapeKind.Cut, "cut")),
        new("directed-cut", "Cells by their largest cut, edges back allowed", ShapeReport.Of(ShapeKind.DirectedCut, "directed cut")),
        new("diverged", "Trainings that came to little more than guessing", DivergenceReport.Compute),
        new("optima", "Local optima and their basins", OptimaReport.Compute),
        new("volume", "How much of the space is near the best cells", VolumeReport.Compute),
        new("fdc", "Fitness and distance", FitnessDistanceReport.Compute),
        new("walk", "Autocorrelation of random walks", WalkReport.Compute),
    ];

    /// <summary>Finds a part by its name; null if there is none.</summary>
    /// <param name="name">The name.</param>
    public static LandscapePart? Find(string name) => All.FirstOrDefault(part => part.Name == name);
}
