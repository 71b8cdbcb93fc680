using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace NasBench.Cli;

/// <summary><c>encode</c>: a cell as numbers, and back.</summary>
internal sealed class EncodeCommand : NasBenchCommand
{
    private readonly CellOptions _cell;
    private readonly Option<string> _encoding = ValueParsers.Word("--encoding", "The encoding: a name of the list below.", "one-hot", [.. EncodingForm.Names]);
    private readonly Option<string> _decode = new("--decode")
    {
        HelpName = "LIST",
        Description = "Values, separated by commas: print the cell that they encode.",
    };

    /// <summary>Declares the options.</summary>
    public EncodeCommand()
        : base("encode", CommandGroup.Cells, "A cell as numbers, in one of the encodings in use.")
    {
        _cell = new CellOptions(this, CellOptions.LineFields);
        Options.Add(_encoding);
        Options.Add(_decode);
    }

    /// <inheritdoc/>
    public override string Details =>
        """
        A cell is encoded as given, padded to seven vertices with isolated conv3x3-bn-relu vertices before the output. The encodings:
          one-hot            21 edges in reading order, then three values for each vertex
          categorical        the numbers of the edges from 1, zeros, operation codes
          gcn                features of the vertices (output, input, conv3x3, conv1x1, maxpool), then the matrix
          path, trunc-path   a value for each sequence of operations; the first 40 of them
          cat-path, trunc-cat-path  the numbers of the paths
          naszilla-adj, naszilla-cat-adj, naszilla-cont-adj  as naszilla writes them
          naslib-adjacency   one-hot in NASLib's order (conv3x3 010, conv1x1 001, maxpool 100)
          cs-a, cs-b, cs-c   the configuration spaces of nas_benchmarks
          kurobako-b         kurobako's B, whose A and C are cs-a and cs-c

        --decode reads values back into a cell; path encodings, naszilla-cat-adj and naszilla-cont-adj have no way back. An invalid cell, or one that the
        encoding cannot hold, has no answer: exit code 1.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "nasbench encode 28cfc787 --encoding categorical",
        "nasbench encode --encoding cs-c --jsonl cells.jsonl",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        EncodingForm form = EncodingForm.Find(context.Get(_encoding)!);
        if (context.Has(_decode))
        {
            return Decode(context, form);
        }

        if (_cell.BatchFile(context) is { } file)
        {
            return Batch.Run(context, file, (line, json) => AnswerLine(line, form, json));
        }

        if (TryEncode(_cell.Read(context), form, out double[]? values) is { } none)
        {
            return Refusal.Tell(context, none);
        }

        if (context.Json)
        {
            JsonText.WriteDocument(context.Output, json => WriteFields(json, form, values!));
        }
        else
        {
            context.Output.Write(string.Join(',', values!.Select(value => value.ToString("R", CultureInfo.InvariantCulture))));
            context.Output.Write((byte)'\n');
        }

        return ExitCode.Done;
    }

    private ExitCode Decode(CommandContext context, EncodingForm form)
    {
        if (_cell.IsGiven(context))
        {
            throw CommandException.Usage("only one of --decode and a cell can be given");
        }

        if (form.Decode is null)
        {
            throw CommandException.Usage($"--decode: the encoding {form.Name} has no way back");
        }

        if (form.Decode(ParseValues(context.Get(_decode)!)) is not { } cell)
        {
            return Refusal.Tell(context, new NoAnswer(ErrorKind.InvalidCell, $"these are not the values of a cell in the encoding {form.Name}"));
        }

        if (context.Json)
        {
            JsonText.WriteDocument(context.Output, json => CellJson.Write(json, cell));
        }
        else
        {
            (string matrix, string operations) = CellJson.Texts(cell);
            TextTable.WriteProperties(context.Console, [("matrix", matrix), ("operations", operations)]);
        }

        return ExitCode.Done;
    }

    private static double[] ParseValues(string text)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        double[] values = new double[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out values[i]))
            {
                throw CommandException.Usage($"--decode: '{parts[i]}' is not a number");
            }
        }

        return values;
    }

    private static NoAnswer? AnswerLine(BatchLine line, EncodingForm form, Utf8JsonWriter json)
    {
        NoAnswer? none = TryEncode(line.Cell!, form, out double[]? values);
        if (none is null)
        {
            WriteFields(json, form, values!);
        }

        return none;
    }

    private static NoAnswer? TryEncode(CellReference reference, EncodingForm form, out double[]? values)
    {
        values = null;
        if (CellResolver.TryGetCell(reference, out Cell cell, out _) is { } none)
        {
            return none;
        }

        values = form.Encode(cell);
        return values is null
            ? new NoAnswer(ErrorKind.InvalidCell, $"the encoding {form.Name} cannot hold this cell: too many edges or paths, none, or an unknown operation")
            : null;
    }

    private static void WriteFields(Utf8JsonWriter json, EncodingForm form, double[] values)
    {
        json.WriteString("encoding", form.Name);
        json.WriteStartArray("values");
        foreach (double value in values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }
}
