using NasBench.Analysis;

namespace NasBench.Plots;

/// <summary>What figures are drawn from, read when one asks for it.</summary>
/// <param name="request">What is to be drawn.</param>
internal sealed class FigureMaterial(FigureRequest request)
{
    private Landscape? _landscape;
    private SearchSet? _searches;

    /// <summary>What is to be drawn.</summary>
    public FigureRequest Request => request;

    /// <summary>The columns of the data set.</summary>
    /// <exception cref="FigureException">It holds nothing.</exception>
    public Landscape Landscape
    {
        get
        {
            if (request.Data.CellCount == 0 || request.Data.Epochs.IsEmpty)
            {
                throw new FigureException("the data set holds no cell to draw");
            }

            return _landscape ??= Landscape.Read(request.Data, request.Progress, request.Cancellation);
        }
    }

    /// <summary>The runs of the folders, which fit together.</summary>
    public SearchSet Searches => _searches ??= SearchSet.Read(request);

    /// <summary>The values of a column that the data hold, ascending.</summary>
    /// <param name="column">A value for each cell of the space; NaN where there is none.</param>
    public static double[] Present(ReadOnlySpan<double> column)
    {
        List<double> values = [];
        foreach (double value in column)
        {
            if (!double.IsNaN(value))
            {
                values.Add(value);
            }
        }

        values.Sort();
        return [.. values];
    }
}
