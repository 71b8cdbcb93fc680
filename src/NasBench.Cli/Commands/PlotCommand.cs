using System.CommandLine;

namespace NasBench.Cli;

/// <summary><c>plot</c>: a figure of a data set or of searches as a picture.</summary>
internal sealed class PlotCommand : NasBenchCommand
{
    private readonly Argument<string> _file = DataFileArgument.Create();
    private readonly Option<bool> _noVerify = DataFileArgument.CreateNoVerify();
    private readonly Option<string> _figure = new("--figure", "-f") { HelpName = "NAME", Description = "Which figure; see the list below.", Required = true };
    private readonly Option<string> _output = OutputOption.Create("The picture; its ending says the format: .svg, .png or .pdf.");
    private readonly Option<string[]> _searches = new("--search")
    {
        HelpName = "DIR",
        Description = "The folder of a search (search --out). Can be given again.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string> _center = ValueParsers.Word("--center", "What curves of many runs show.", null, "mean", "median");
    private readonly Option<string> _band = ValueParsers.Word("--band", "A band around curves: the quartiles, or none.", null, "iqr", "none");
    private readonly Option<string> _cells = new("--cells") { HelpName = "LIST", Description = "Hashes of the cells to show, separated by commas." };
    private readonly Option<int> _count = ValueParsers.Integer("--count", "How many of the best and of the worst cells to show.", 4, 1, 50);
    private readonly Option<double> _width = ValueParsers.Number("--width", "The width in inches: 3.3 for a column, 7 for a page.", 0);
    private readonly Option<double> _height = ValueParsers.Number("--height", "The height in inches.", 0);
    private readonly Option<int> _dpi = ValueParsers.Integer("--dpi", "Pixels an inch of .png, and of the parts of others that are pixels.", 300, 30, 2400);

    /// <summary>Declares the options.</summary>
    public PlotCommand()
        : base("plot", CommandGroup.Data, "A figure of a data set or of searches, as SVG, PNG or PDF.")
    {
        Arguments.Add(_file);
        _output.Required = true;
        _figure.CompletionSources.Add(_ => Plotter.Names.Select(name => new System.CommandLine.Completions.CompletionItem(name)));
        ReadOnlySpan<Option> options = [_noVerify, _figure, _output, _searches, _center, _band, _cells, _count, _width, _height, _dpi];
        foreach (Option option in options)
        {
            Options.Add(option);
        }
    }

    /// <inheritdoc/>
    public override string Details =>
        $"""
        Figures:
        {Plotter.ListFigures()}

        Sizes are those in print. The font travels along: a machine without fonts draws the same picture, and the same command writes the same bytes. Values
        that are made up say so on the picture itself.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "nasbench plot builtin --figure scatter -o scatter.png",
        "nasbench plot builtin --figure regret --search out -o regret.pdf",
        "nasbench plot builtin --figure sweep --search mini full -o sweep.svg",
        "nasbench plot builtin --figure cells --count 3 -o cells.svg",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        GivenName.Require("-o", context.Get(_output));
        return Plotter.Run(context, new PlotOptions(DataFile.Find(context, context.Get(_file)), context.Get(_figure)!, context.Get(_output)!)
        {
            Verifies = !context.Get(_noVerify),
            Searches = context.Get(_searches) ?? [],
            Center = context.Get(_center),
            Band = context.Get(_band),
            Cells = context.Get(_cells),
            CellCount = context.Get(_count),
            Width = context.Has(_width) ? context.Get(_width) : null,
            Height = context.Has(_height) ? context.Get(_height) : null,
            Dpi = context.Get(_dpi),
        });
    }
}
