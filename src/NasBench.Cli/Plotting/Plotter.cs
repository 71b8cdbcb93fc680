using NasBench.Data;
#if !NATIVE_BUILD
using NasBench.Plots;
using NasBench.Search;
#endif

namespace NasBench.Cli;

/// <summary>Draws for <c>plot</c>. The library for it is loaded only when it is needed; native builds leave it out and say so.</summary>
internal static class Plotter
{
#if NATIVE_BUILD
    private const string NotHere = "pictures are not in this build; the .NET tool nasbench has them";

    /// <summary>The names of all figures.</summary>
    public static IEnumerable<string> Names => [];

    /// <summary>All figures, one a line.</summary>
    public static string ListFigures() => "  (" + NotHere + ")";

    /// <summary>Refuses.</summary>
    public static ExitCode Run(CommandContext context, PlotOptions options) => throw CommandException.Usage(NotHere);
#else
    /// <summary>The names of all figures.</summary>
    public static IEnumerable<string> Names => FigureCatalog.All.Select(figure => figure.Name);

    /// <summary>All figures, one a line.</summary>
    public static string ListFigures() => string.Join('\n', FigureCatalog.All.Select(figure => $"  {figure.Name,-19} {Describe(figure)}"));

    /// <summary>Draws a figure into a file.</summary>
    public static ExitCode Run(CommandContext context, PlotOptions options)
    {
        PictureFormat format = FormatOf(options.Output);
        FigureDescription figure = FigureCatalog.Find(options.Figure)
            ?? throw CommandException.Usage($"--figure: there is no '{options.Figure}'; there are {string.Join(", ", Names)}");
        CheckSearches(figure, options.Searches);
        int[] cells = ReadCells(context, options.Cells);
        using Dataset data = DatasetOpener.Open(context, options.File, options.Verifies);
        Provenance provenance = data.FindProvenance(null, context.Cancellation);
        if (provenance.IsMadeUp())
        {
            context.Warn($"the values of this data set are {provenance.GetName()}: some or all are made up by a formula, not measured");
        }

        try
        {
            Picture picture = context.WithProgress("Drawing", progress => Picture.Create(new FigureRequest
            {
                Figure = figure.Name,
                Data = data,
                Provenance = provenance,
                Searches = options.Searches,
                Center = options.Center switch { "mean" => CurveCenter.Mean, "median" => CurveCenter.Median, _ => null },
                HasBand = options.Band is null ? null : options.Band == "iqr",
                Cells = cells,
                CellCount = options.CellCount,
                Width = options.Width,
                Height = options.Height,
                Dpi = options.Dpi,
                Progress = progress,
                Cancellation = context.Cancellation,
            }));
            Write(context, options.Output, picture, format);
        }
        catch (FigureException refusal)
        {
            return Refusal.Tell(context, new NoAnswer(ErrorKind.NotInData, refusal.Message));
        }
        catch (SearchException failure)
        {
            throw CommandException.Input(failure.Message, failure);
        }
        catch (Exception failure) when (failure is DllNotFoundException or TypeInitializationException { InnerException: DllNotFoundException })
        {
            throw CommandException.Usage("pictures cannot be drawn on this platform: the library SkiaSharp brings nothing for it");
        }

        return ExitCode.Done;
    }

    private static void Write(CommandContext context, string path, Picture picture, PictureFormat format)
    {
        // Drawn whole before a file is begun: a picture that cannot be drawn leaves none behind.
        using MemoryStream bytes = new();
        picture.Write(bytes, format);
        using OutputFile output = new(path);
        output.Output.Write(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        output.Complete();
        if (!output.IsStandardOutput)
        {
            Summary.Write(
                context,
                new("path", path),
                new("figure", picture.Figure.Name),
                new("provenance", picture.Provenance.GetName()),
                new("bytes", bytes.Length));
        }
    }

    private static string Describe(FigureDescription figure)
    {
        string needs = figure.Needs switch
        {
            FigureNeeds.Search => "; needs --search",
            FigureNeeds.Searches => "; needs --search twice or more",
            _ => "",
        };
        return figure.Title + (figure.Paper is null ? "" : $" ({figure.Paper} of the paper)") + needs;
    }

    private static void CheckSearches(FigureDescription figure, IReadOnlyList<string> searches)
    {
        if (searches.Any(path => path.Length == 0))
        {
            throw CommandException.Usage("--search: the name of a folder is empty");
        }

        int least = figure.Needs switch { FigureNeeds.Search => 1, FigureNeeds.Searches => 2, _ => 0 };
        if (searches.Count < least)
        {
            string what = least == 1 ? "the folder of a search" : "the folders of two searches or more, each a problem of its own";
            throw CommandException.Usage($"--search: the figure {figure.Name} needs {what} (search --out DIR)");
        }

        if (least == 0 && searches.Count > 0)
        {
            throw CommandException.Usage($"--search: the figure {figure.Name} shows the data set alone");
        }
    }

    private static int[] ReadCells(CommandContext context, string? list)
    {
        List<int> cells = [];
        foreach (string word in list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            cells.Add(CellResolver.TryGetIndex(HashPrefix.Read(context, "--cells", word), out int index) is { } none
                ? throw CommandException.Usage($"--cells: {none.Message}")
                : index);
        }

        return [.. cells];
    }

    private static PictureFormat FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".svg" => PictureFormat.Svg,
        ".png" => PictureFormat.Png,
        ".pdf" => PictureFormat.Pdf,
        _ => throw CommandException.Usage($"{path}: a picture ends in .svg, .png or .pdf"),
    };
#endif
}
