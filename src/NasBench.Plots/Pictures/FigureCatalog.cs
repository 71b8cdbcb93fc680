namespace NasBench.Plots;

/// <summary>All figures.</summary>
public static class FigureCatalog
{
    /// <summary>All of them: those of the paper in its order, then the others.</summary>
    public static IReadOnlyList<FigureDescription> All { get; } =
    [
        new("distributions", "figure2", "how accuracies are distributed, and the deviation between repeats", FigureNeeds.Data, DistributionsFigure.Create),
        new("cost", "figure3", "test accuracy against parameters and training time", FigureNeeds.Data, CostFigure.Create),
        new("replacement", "figure4", "what it does to replace one operation by another", FigureNeeds.Data, ReplacementFigure.Create),
        new("depth-width", "figure5", "accuracy and training time by depth and width", FigureNeeds.Data, ShapesFigure.Create),
        new("locality", "figure6", "autocorrelation along random walks, and the volume near the best cells", FigureNeeds.Data, LocalityFigure.Create),
        new("regret", "figure7", "regret over what was spent, and the distribution of final regrets", FigureNeeds.Search, RegretFigure.Create),
        new("sweep", "figure8", "algorithms and settings compared: medians with quartiles", FigureNeeds.Search, SweepFigure.Create),
        new("ranks", null, "mean ranks of algorithms over what was spent", FigureNeeds.Search, RanksFigure.Create),
        new("scatter", null, "training time against parameters, coloured by accuracy", FigureNeeds.Data, ScatterFigure.Create),
        new("budget-correlation", null, "how well shorter trainings order cells as the longest does", FigureNeeds.Data, CorrelationFigure.Create),
        new("optima", null, "how good the cells are at which steepest ascent ends", FigureNeeds.Data, OptimaFigure.Create),
        new("cells", null, "a gallery of the best and the worst cells, or of any", FigureNeeds.Data, CellsFigure.Create),
        new("critical-difference", null, "average ranks of algorithms over several searches", FigureNeeds.Searches, CriticalDifferenceFigure.Create),
    ];

    /// <summary>Finds a figure.</summary>
    /// <param name="name">Its name, or its number in the paper as <c>figure7</c>.</param>
    /// <returns>The figure; null where there is none of this name.</returns>
    public static FigureDescription? Find(string name) => All.FirstOrDefault(figure => figure.Name == name || figure.Paper == name);
}
