namespace NasBench.Analysis;

/// <summary>The parts of the report on a landscape.</summary>
public static class LandscapeParts
{
    /// <summary>All parts, in the order of the report. A new part is a line here.</summary>
    public static IReadOnlyList<LandscapePart> All { get; } =
    [
        new("best", "The best cells", BestReport.Compute),
        new("optima", "Local optima and their basins", OptimaReport.Compute),
        new("volume", "How much of the space is near the best cells", VolumeReport.Compute),
        new("fdc", "Fitness and distance", FitnessDistanceReport.Compute),
        new("walk", "Autocorrelation of random walks", WalkReport.Compute),
    ];

    /// <summary>Finds a part by its name; null if there is none.</summary>
    /// <param name="name">The name.</param>
    public static LandscapePart? Find(string name) => All.FirstOrDefault(part => part.Name == name);
}
