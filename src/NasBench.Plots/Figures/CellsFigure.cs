using NasBench.Analysis;
using OxyPlot;

namespace NasBench.Plots;

/// <summary>A gallery of cells with what they are worth: the best and the worst of the data, or those that are named.</summary>
internal static class CellsFigure
{
    private const int MostColumns = 5;
    private const double CellWidth = 1.65;
    private const double CellHeight = 2.5;

    /// <summary>Prepares it.</summary>
    public static FigureLayout Create(FigureMaterial material)
    {
        Landscape landscape = material.Landscape;
        IReadOnlyList<int> named = material.Request.Cells;
        List<(string Heading, int[] Cells)> groups = named.Count > 0 ? [("", [.. named])] : BestAndWorst(landscape, material.Request.CellCount);
        int columns = Math.Min(groups.Max(group => group.Cells.Length), MostColumns);
        List<PanelRow> rows = [];
        foreach ((string heading, int[] cells) in groups)
        {
            int number = 0;
            foreach (int[] row in cells.Chunk(columns))
            {
                List<IPanel> panels = [.. row.Select(index => CreatePanel(landscape, index, heading, ++number))];
                while (panels.Count < columns)
                {
                    panels.Add(new EmptyPanel());
                }

                rows.Add(PanelRow.Of(panels));
            }
        }

        return new FigureLayout
        {
            Title = named.Count > 0 ? $"{named.Count} cells" : "The best and the worst cells by mean test accuracy",
            Inches = new OxySize(Math.Max(columns * CellWidth, 3.3), (rows.Count * CellHeight) + 0.4),
            Rows = rows,
            Notes =
            [
                $"Values are means over the repeats after {landscape.Longest.Epochs} epochs"
                    + (named.Count > 0 ? "." : "; best and worst by mean test accuracy."),
            ],
        };
    }

    private static List<(string Heading, int[] Cells)> BestAndWorst(Landscape landscape, int count)
    {
        int[] ordered =
        [
            .. landscape.Cells.ToArray()
                .Where(index => !double.IsNaN(landscape.Longest.Test[index]))
                .OrderByDescending(index => landscape.Longest.Test[index])
                .ThenBy(landscape.GetHash),
        ];
        if (ordered.Length == 0)
        {
            throw new FigureException("the data set holds no test accuracy by which cells could be ordered");
        }

        int[] best = [.. ordered.Take(count)];
        int[] worst = [.. ordered.Skip(best.Length).Reverse().Take(count)];
        return worst.Length == 0 ? [("best", best)] : [("best", best), ("worst", worst)];
    }

    private static CellPanel CreatePanel(Landscape landscape, int index, string heading, int number)
    {
        EpochsColumns longest = landscape.Longest;
        bool isThere = landscape.TrainableParameters[index] > 0;
        string hash = Space<Nas101>.HashAt(index).ToString()[..8];
        List<string> lines = [heading.Length == 0 ? hash : $"{heading} {number}: {hash}"];
        if (!isThere)
        {
            lines.AddRange(["not in the data", ""]);
        }
        else
        {
            lines.Add(double.IsNaN(longest.Test[index]) ? "no test accuracy" : $"test {Numbers.Percent(longest.Test[index], 2)}");
            string time = double.IsNaN(longest.TrainingTime[index]) ? "" : $", {Numbers.Count((long)Math.Round(longest.TrainingTime[index]))} s";
            lines.Add($"{Numbers.Short(landscape.TrainableParameters[index] / 1e6)} M parameters{time}");
        }

        return new CellPanel(Space<Nas101>.CellAt(index), lines);
    }
}
