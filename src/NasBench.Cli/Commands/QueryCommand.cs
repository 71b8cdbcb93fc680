using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using NasBench.Data;

namespace NasBench.Cli;

/// <summary><c>query</c>: metrics of a cell.</summary>
internal sealed class QueryCommand : NasBenchCommand
{
    private readonly Argument<string> _file = DataFileArgument.Create();
    private readonly Option<bool> _noVerify = DataFileArgument.CreateNoVerify();
    private readonly CellOptions _cell;
    private readonly Option<int> _epochs = ValueParsers.Integer("--epochs", "Epochs of the training.", 108, 1);
    private readonly Option<bool> _half = new("--half") { Description = "The evaluation after half of the epochs instead of the final one." };
    private readonly Option<RepeatChoice> _repeat = new("--repeat")
    {
        Description = "Which repeat: sample, mean, all, or its number from 0.",
        HelpName = "sample|mean|all|N",
        DefaultValueFactory = _ => RepeatChoice.Sample,
        CustomParser = ParseRepeat,
    };

    private readonly Option<BigInteger?> _seed = ValueParsers.Seed("Seed of the draws of --repeat sample: any whole number.");
    private bool _warned;

    /// <summary>Declares the options.</summary>
    public QueryCommand()
        : base("query", CommandGroup.Data, "Metrics of a cell.")
    {
        Arguments.Add(_file);
        Options.Add(_noVerify);
        _cell = new CellOptions(this, CellOptions.LineFields + ", and perhaps \"epochs\", \"half\", \"repeat\", which override the options");
        Options.Add(_epochs);
        Options.Add(_half);
        _repeat.CompletionSources.Add("sample", "mean", "all", "0", "1", "2");
        Options.Add(_repeat);
        Options.Add(_seed);
    }

    /// <inheritdoc/>
    public override string Details =>
        """
        --repeat sample draws one of the cell's repeats, as the original does: the same draws for the same integer seed and order of queries; without --seed
        they differ from run to run. 'repeat' in the answer is the number drawn. mean: the sum in the order of the repeats, divided by their number. all:
        halfway and final of each repeat, whatever --half says. A repeat that the data set lacks is not in the data: exit code 1, as for a cell that it lacks
        or that is invalid.

        With --jsonl each line also tells the budget spent so far: a sampled repeat or one by number spends its training time and its epochs (half of them
        with --half), mean and all spend those of every repeat; a training time that the file lacks spends nothing.

        Made-up values are marked as such: provenance synthetic or mixed, and a warning on standard error.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "nasbench query builtin 28cfc787 --repeat mean",
        "nasbench query nasbench_only108.tfrecord --jsonl cells.jsonl --seed 1",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        (string? file, string? word) = ReadArguments(context);
        string? batch = _cell.BatchFile(context, word);
        return batch is null ? AnswerOne(context, file, word) : AnswerMany(context, file, batch);
    }

    /// <summary>A single argument that can be a hash, and is no file, is the cell, not the data set.</summary>
    private (string? File, string? Word) ReadArguments(CommandContext context)
    {
        string? file = context.Get(_file);
        string? word = _cell.Word(context);
        return word is null && file is not null && HashPrefix.IsOne(file) && !Path.Exists(file) ? (null, file) : (file, word);
    }

    private ExitCode AnswerOne(CommandContext context, string? file, string? word)
    {
        CellReference cell = _cell.Read(context, word);
        using Dataset data = DatasetOpener.Open(context, DataFile.Find(context, file), verifies: !context.Get(_noVerify));
        bool half = context.Get(_half);
        NoAnswer? none = new QueryEngine(data, context.Get(_seed)).TryAnswer(cell, context.Get(_epochs), half, context.Get(_repeat), out QueryAnswer? answer);
        if (none is not null)
        {
            return Refusal.Tell(context, none);
        }

        WarnOnce(context, answer!);
        if (context.Json)
        {
            JsonText.WriteDocument(context.Output, json => QueryJson.Write(json, data, answer!));
        }
        else
        {
            QueryTable.Write(context.Console, data, answer!, half);
            TellDraw(context, data, answer!);
        }

        return ExitCode.Done;
    }

    private ExitCode AnswerMany(CommandContext context, string? file, string batch)
    {
        using Dataset data = DatasetOpener.Open(context, DataFile.Find(context, file), verifies: !context.Get(_noVerify));
        QueryEngine engine = new(data, context.Get(_seed));
        (int epochs, bool half, RepeatChoice repeat) = (context.Get(_epochs), context.Get(_half), context.Get(_repeat));
        return Batch.Run(context, batch, Answer, json => QueryJson.Write(json, engine.Budget));

        NoAnswer? Answer(BatchLine line, Utf8JsonWriter json)
        {
            NoAnswer? none = engine.TryAnswer(line.Cell!, line.Epochs ?? epochs, line.Half ?? half, line.Repeat ?? repeat, out QueryAnswer? answer);
            if (none is null)
            {
                WarnOnce(context, answer!);
                QueryJson.Write(json, data, answer!);
            }

            return none;
        }
    }

    /// <summary>For people: scripts that ask for JSON find the number drawn in the answer.</summary>
    private void TellDraw(CommandContext context, Dataset data, QueryAnswer answer)
    {
        int repeats = data.GetRepeatCount(answer.Index, answer.Epochs);
        if (!context.Has(_repeat) && !context.Has(_seed) && repeats > 1)
        {
            RepeatChoice drawn = answer.Repeat;
            context.Tell(string.Create(
                CultureInfo.InvariantCulture,
                $"repeat {drawn} (of 0 to {repeats - 1}) was drawn at random; --repeat {drawn}, --repeat mean or --seed N fix it"));
        }
    }

    private void WarnOnce(CommandContext context, QueryAnswer answer)
    {
        if (!_warned && answer.Provenance.IsMadeUp())
        {
            _warned = true;
            context.Warn("these values are synthetic: made up by a formula, not measured (see provenance)");
        }
    }

    private static RepeatChoice ParseRepeat(ArgumentResult result)
    {
        if (!RepeatChoice.TryParse(result.Tokens[0].Value, out RepeatChoice choice))
        {
            result.AddError($"--repeat: '{result.Tokens[0].Value}' is not one of sample, mean, all, or a whole number from 0 up");
        }

        return choice;
    }
}
