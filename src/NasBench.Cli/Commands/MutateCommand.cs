using System.CommandLine;
using System.Numerics;
using System.Text.Json;

namespace NasBench.Cli;

/// <summary><c>mutate</c>: random changes of a cell.</summary>
internal sealed class MutateCommand : NasBenchCommand
{
    private const string Details =
        """
        The cell is changed as given, padded to seven vertices with isolated conv3x3-bn-relu vertices before the output; children are not pruned.
        --kind paper: one of the 21 edges and 5 operations changes. notebook: each edge with probability rate/7, each operation with rate/5, as in the
        original's notebook. naszilla: each edge with rate/21, each operation with rate/5. These are tried again until the child is valid.
        nas_benchmarks: as paper, but once; the child need not be valid, and then has neither hash nor index.
        A child can be of its parent's class. The same seed gives the same children on every machine. With --json and --jsonl: hash of the parent, and
        children with hash, index, matrix, ops.
        """;

    private static readonly Dictionary<string, MutationKind> s_kinds = new()
    {
        ["paper"] = MutationKind.Paper,
        ["notebook"] = MutationKind.Notebook,
        ["naszilla"] = MutationKind.Naszilla,
        ["nas_benchmarks"] = MutationKind.NasBenchmarks,
    };

    private readonly CellOptions _cell;
    private readonly Option<string> _kind = ValueParsers.Word("--kind", "How to change.", "paper", [.. s_kinds.Keys]);
    private readonly Option<double> _rate = ValueParsers.Number("--rate", "The mutation rate of notebook and naszilla.", 1);
    private readonly Option<int> _count = ValueParsers.Integer("--count", "How many children of each cell.", 1, 1, 1_000_000);
    private readonly Option<BigInteger?> _seed = ValueParsers.Seed("Seed of the draws: any whole number.");

    /// <summary>Declares the options.</summary>
    public MutateCommand()
        : base("mutate", "Random changes of a cell, as evolution makes them.", Details)
    {
        _cell = new CellOptions(this, CellOptions.LineFields);
        Options.Add(_kind);
        Options.Add(_rate);
        Options.Add(_count);
        Options.Add(_seed);
    }

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        Random random = SeededRandom.Create(context.Get(_seed));
        if (_cell.BatchFile(context) is { } file)
        {
            return Batch.Run(context, file, (line, json) =>
            {
                NoAnswer? none = CellResolver.TryGetCell(line.Cell!, out Cell parent, out int own);
                if (none is null)
                {
                    WriteFields(context, json, parent, own, random);
                }

                return none;
            });
        }

        if (CellResolver.TryGetCell(_cell.Read(context), out Cell cell, out int index) is { } refusal)
        {
            return Refusal.Tell(context, refusal);
        }

        if (context.Json)
        {
            JsonText.WriteDocument(context.Output, json => WriteFields(context, json, cell, index, random));
            return ExitCode.Done;
        }

        int count = context.Get(_count);
        for (int i = 0; i < count; i++)
        {
            Cell child = Mutate(context, cell, random, out int number);
            (string matrix, string operations) = CellJson.Texts(child);
            context.Output.Write($"{(number < 0 ? "invalid" : Nas101.HashAt(number).ToString())}\t{matrix}\t{operations}\n");
        }

        return ExitCode.Done;
    }

    private void WriteFields(CommandContext context, Utf8JsonWriter json, Cell parent, int own, Random random)
    {
        json.WriteString("hash", Nas101.HashAt(own).ToString());
        json.WriteStartArray("children");
        int count = context.Get(_count);
        for (int i = 0; i < count; i++)
        {
            Cell child = Mutate(context, parent, random, out int index);
            json.WriteStartObject();
            json.WriteString("hash", index < 0 ? null : Nas101.HashAt(index).ToString());
            json.WriteOptional("index", index < 0 ? null : index);
            CellJson.Write(json, child);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private Cell Mutate(CommandContext context, Cell parent, Random random, out int index)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        CellMutator.TryMutate(parent, s_kinds[context.Get(_kind)!], random, out Cell child, out index, context.Get(_rate));
        return child;
    }
}
