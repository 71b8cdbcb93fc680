using System.CommandLine;
using System.Numerics;
using System.Text.Json;

namespace NasBench.Cli;

/// <summary><c>mutate</c>: random changes of a cell.</summary>
internal sealed class MutateCommand : NasBenchCommand
{
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

    private readonly Option<bool> _each = EachOption.Create("children");

    /// <summary>Declares the options.</summary>
    public MutateCommand()
        : base("mutate", CommandGroup.Cells, "Random changes of a cell, as evolution makes them.")
    {
        _cell = new CellOptions(this, CellOptions.LineFields);
        Options.Add(_kind);
        Options.Add(_rate);
        Options.Add(_count);
        Options.Add(_seed);
        Options.Add(_each);
    }

    /// <inheritdoc/>
    public override string Details =>
        """
        The cell is changed as given, padded to seven vertices with isolated conv3x3-bn-relu vertices before the output; children are not pruned. --kind:
          paper           one of the 21 edges and 5 operations changes
          notebook        each edge with probability rate/7, each operation with rate/5, as in the original's notebook
          naszilla        each edge with rate/21, each operation with rate/5
          nas_benchmarks  as paper, but once; the child need not be valid, and then has neither hash nor index

        All but nas_benchmarks try again until the child is valid. A child can be of its parent's class. The same seed gives the same children on every
        machine. With --json and --jsonl: hash of the parent, and children with hash, index, matrix, ops.

        --each prints the children themselves, one JSON object on each line, as the commands with --jsonl read them; with --jsonl also "id" of the line and
        "parent", the hash of its cell.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "nasbench mutate 28cfc787 --count 5 --seed 1",
        "nasbench mutate 28cfc787 --each | nasbench query builtin --jsonl -",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        Random random = SeededRandom.Create(context.Get(_seed));
        bool each = EachOption.Read(context, _each);
        if (_cell.BatchFile(context) is { } file)
        {
            return each ? MutateEach(context, file, random) : Batch.Run(context, file, (line, json) =>
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

        int count = context.Get(_count);
        if (each)
        {
            using JsonLineWriter lines = new(context.Output);
            for (int i = 0; i < count; i++)
            {
                Cell child = Mutate(context, cell, random, out int number);
                lines.Write(json => CellJson.Write(json, child, number));
            }

            return ExitCode.Done;
        }

        if (context.Json)
        {
            JsonText.WriteDocument(context.Output, json => WriteFields(context, json, cell, index, random));
            return ExitCode.Done;
        }

        for (int i = 0; i < count; i++)
        {
            Cell child = Mutate(context, cell, random, out int number);
            (string matrix, string operations) = CellJson.Texts(child);
            context.Output.Write($"{(number < 0 ? "invalid" : Nas101.HashAt(number).ToString())}\t{matrix}\t{operations}\n");
        }

        return ExitCode.Done;
    }

    private ExitCode MutateEach(CommandContext context, string file, Random random) => Batch.RunEach(context, file, (line, write) =>
    {
        NoAnswer? none = CellResolver.TryGetCell(line.Cell!, out Cell parent, out int own);
        int count = none is null ? context.Get(_count) : 0;
        for (int i = 0; i < count; i++)
        {
            Cell child = Mutate(context, parent, random, out int index);
            write(json =>
            {
                json.WriteString("parent", Nas101.HashAt(own).ToString());
                CellJson.Write(json, child, index);
            });
        }

        return none;
    });

    private void WriteFields(CommandContext context, Utf8JsonWriter json, Cell parent, int own, Random random)
    {
        json.WriteString("hash", Nas101.HashAt(own).ToString());
        json.WriteStartArray("children");
        int count = context.Get(_count);
        for (int i = 0; i < count; i++)
        {
            Cell child = Mutate(context, parent, random, out int index);
            json.WriteStartObject();
            CellJson.Write(json, child, index);
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
