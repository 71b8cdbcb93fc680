using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NasBench.Analysis;
using NasBench.Data;

namespace NasBench.Cli;

/// <summary><c>best</c>: the best cells of a data set under a definition.</summary>
internal sealed class BestCommand : NasBenchCommand
{
    private readonly Argument<string> _file = DataFileArgument.Create();
    private readonly Option<bool> _noVerify = DataFileArgument.CreateNoVerify();
    private readonly Option<string> _by = ValueParsers.Word(
        "--by", "What is best: test-mean, test-single, valid-mean or valid-single.", "test-mean", [.. BestKinds.Names]);
    private readonly Option<int> _epochs = ValueParsers.Integer("--epochs", "Epochs of the training.", 108, 1);
    private readonly Option<int> _count = ValueParsers.Integer("--count", "How many cells.", 10, 1, Nas101.CellCount);
    private readonly Option<int> _maxParameters = ValueParsers.Integer("--max-parameters", "Most trainable parameters.", int.MaxValue, 0);
    private readonly Option<double> _maxSeconds = ValueParsers.Number("--max-seconds", "Longest mean training time, in seconds.", double.MaxValue);
    private readonly Option<int> _vertices = ValueParsers.Integer("--vertices", "Only cells of so many vertices.", 0, 2, Cell.MaxVertices);
    private readonly Option<int> _edges = ValueParsers.Integer("--edges", "Only cells of so many edges.", 0, 1, Nas101.MaxEdges);
    private readonly Option<string> _without = OperationList.Create("--without", "Operations that may not occur, separated by commas.");
    private readonly Option<string> _with = OperationList.Create("--with", "Operations of which each must occur, separated by commas.");
    private readonly Option<string> _pareto = ValueParsers.Word(
        "--pareto", "Only cells that no other one beats in both the value and this; all of them unless --count is given.", null, "parameters", "time");

    /// <summary>Declares the options.</summary>
    public BestCommand()
        : base("best", CommandGroup.Data, "The best cells of a data set.")
    {
        Arguments.Add(_file);
        ReadOnlySpan<Option> options = [_noVerify, _by, _epochs, _count, _maxParameters, _maxSeconds, _vertices, _edges, _without, _with, _pareto];
        foreach (Option option in options)
        {
            Options.Add(option);
        }
    }

    /// <inheritdoc/>
    public override string Details =>
        """
        --by:
          test-mean     mean test accuracy over the repeats
          test-single   test accuracy of the best repeat
          valid-mean    mean validation accuracy over the repeats
          valid-single  validation accuracy of the best repeat

        Cells with equal values stand in the order of their hashes. Parameters are those of the data; the training time is the mean over the repeats.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "nasbench best builtin --count 3",
        "nasbench best builtin --by valid-mean --max-parameters 3000000",
        "nasbench best builtin --pareto time",
        "nasbench best builtin --edges 9 --without maxpool3x3",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        CellFilter filter = Filter(context);
        using Dataset data = DatasetOpener.Open(context, DataFile.Find(context, context.Get(_file)), verifies: !context.Get(_noVerify));
        int epochs = context.Get(_epochs);
        if (!data.Epochs.Contains(epochs))
        {
            string known = string.Join(", ", data.Epochs.ToArray());
            return Refusal.Tell(context, new NoAnswer(ErrorKind.NoSuchEpochs, $"the data set holds no repeat of {epochs} epochs; it has {known}"));
        }

        if (data.FindProvenance(null, context.Cancellation) is var provenance && provenance.IsMadeUp())
        {
            context.Warn($"the values of this data set are {provenance.GetName()}: some or all are made up by a formula, not measured");
        }

        BestKinds.TryParse(context.Get(_by)!, out BestKind by);
        string? cost = context.Get(_pareto);
        int count = cost is not null && !context.Has(_count) ? Nas101.CellCount : context.Get(_count);
        IReadOnlyList<BestCell> cells = context.WithProgress(
            "Ranking",
            progress =>
            {
                var landscape = Landscape.Read(data, [epochs], progress, context.Cancellation);
                EpochsColumns columns = landscape.Longest;
                return cost is null
                    ? BestRanking.Top(landscape, columns, by, count, filter, context.Cancellation)
                    : BestRanking.Front(
                        landscape, columns, by, cost == "time" ? CostKind.TrainingTime : CostKind.Parameters, filter, context.Cancellation);
            });
        if (cells.Count > count)
        {
            cells = [.. cells.Take(count)];
        }

        if (context.Json)
        {
            JsonText.WriteDocument(context.Output, json => Write(json, by, epochs, provenance, cells));
        }
        else
        {
            TextTable.WriteNumbers(context.Console, ["rank", "hash", by.GetName(), "parameters", "training time [s]"], cells.Select(Row));
        }

        return ExitCode.Done;
    }

    private CellFilter Filter(CommandContext context)
    {
        int vertices = context.Get(_vertices);
        int edges = context.Get(_edges);
        return new CellFilter
        {
            MaxSeconds = context.Has(_maxSeconds) ? context.Get(_maxSeconds) : null,
            Constraints = new CellConstraints
            {
                MinVertices = vertices,
                MaxVertices = vertices,
                MinEdges = edges,
                MaxEdges = edges,
                MaxParameters = context.Has(_maxParameters) ? Math.Max(context.Get(_maxParameters), 1) : 0,
                ForbiddenOperations = OperationList.Read(context, _without),
                RequiredOperations = OperationList.Read(context, _with),
            },
        };
    }

    private static void Write(Utf8JsonWriter json, BestKind by, int epochs, Provenance provenance, IReadOnlyList<BestCell> cells)
    {
        json.WriteString("by", by.GetName());
        json.WriteNumber("epochs", epochs);
        json.WriteString("provenance", provenance.GetName());
        json.WriteStartArray("cells");
        foreach (BestCell cell in cells)
        {
            json.WriteStartObject();
            json.WriteNumber("rank", cell.Rank);
            json.WriteString("module_hash", cell.Hash.ToString());
            json.WriteMeasured("value", cell.Value);
            json.WriteNumber("trainable_parameters", cell.TrainableParameters);
            json.WriteMeasured("training_time", cell.TrainingTime);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string[] Row(BestCell cell) =>
    [
        cell.Rank.ToString(CultureInfo.InvariantCulture),
        cell.Hash.ToString(),
        cell.Value.ToString("F6", CultureInfo.InvariantCulture),
        cell.TrainableParameters.ToString("N0", CultureInfo.InvariantCulture),
        cell.TrainingTime.ToString("N1", CultureInfo.InvariantCulture),
    ];
}
