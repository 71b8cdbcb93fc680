using System.CommandLine;
using System.CommandLine.Parsing;
using System.Numerics;
using System.Text.Json;
using NasBench.Data;

namespace NasBench.Cli;

/// <summary><c>query</c>: metrics of a cell.</summary>
internal sealed class QueryCommand : NasBenchCommand
{
    private const string Details =
        """
        --repeat sample draws one of the cell's repeats, as the original does: the same draws for the same integer seed and order of queries; without
        --seed they differ from run to run. 'repeat' in the answer is the number drawn. mean: the sum in the order of the repeats, divided by their
        number. all: halfway and final of each repeat, whatever --half says. A repeat that the data set lacks is not in the data: exit code 1, as for
        a cell that it lacks or that is invalid.
        With --jsonl each line also tells the budget spent so far: a sampled repeat or one by number spends its training time and its epochs (half of
        them with --half), mean and all spend those of every repeat; a training time that the file lacks spends nothing.
        Values that are made up say so: provenance synthetic or mixed, and a warning on standard error.
        """;

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
        : base("query", "Metrics of a cell.", Details)
    {
        Arguments.Add(_file);
        Options.Add(_noVerify);
        _cell = new CellOptions(this, "\"id\", \"matrix\" with \"ops\" or \"hash\", and perhaps \"epochs\", \"half\", \"repeat\", which override the options");
        Options.Add(_epochs);
        Options.Add(_half);
        Options.Add(_repeat);
        Options.Add(_seed);
    }

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        string? batch = _cell.BatchFile(context);
        return batch is null ? AnswerOne(context) : AnswerMany(context, batch);
    }

    private ExitCode AnswerOne(CommandContext context)
    {
        CellReference cell = _cell.Read(context);
        using Dataset data = DatasetOpener.Open(context, DataFile.Find(context, context.Get(_file)), verifies: !context.Get(_noVerify));
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
        }

        return ExitCode.Done;
    }

    private ExitCode AnswerMany(CommandContext context, string batch)
    {
        using Dataset data = DatasetOpener.Open(context, DataFile.Find(context, context.Get(_file)), verifies: !context.Get(_noVerify));
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
