using System.CommandLine;
using System.Numerics;
using NasBench.Data;

namespace NasBench.Cli;

/// <summary><c>synth</c>: a data set with made-up metrics in the real file format.</summary>
internal sealed class SynthCommand : NasBenchCommand
{
    /// <summary>Endings of formats that this command does not write.</summary>
    private static readonly string[] OtherFormats = [".nasb", ".bin", ".parquet", ".arrow", ".csv", ".tsv", ".json", ".jsonl", ".h5", ".hdf5"];

    private readonly Argument<string> _path = new("OUT") { Description = "The file to write, as OUT.tfrecord.", HelpName = "OUT.tfrecord" };
    private readonly Option<int[]> _epochs = ValueParsers.Integers(
        "--epochs", "Numbers of epochs, separated by commas; 4,12,36,108 unless given.", [4, 12, 36, 108]);
    private readonly Option<int> _maxVertices = ValueParsers.Integer("--max-vertices", "Most vertices of a cell, 2 to 7.", 7, 2, 7);
    private readonly Option<string> _order = ValueParsers.Word(
        "--order", "Order of the records: by hash, epochs, repeat; or shuffled, to test readers.", "hash", "hash", "shuffled");
    private readonly Option<BigInteger?> _seed = ValueParsers.Seed("Seed of the shuffled order; it changes no value.");

    /// <summary>Declares the options.</summary>
    public SynthCommand()
        : base("synth", CommandGroup.Files, "Write a whole-space data set with made-up metrics in the real file format.")
    {
        Arguments.Add(_path);
        Options.Add(_epochs);
        Options.Add(_maxVertices);
        Options.Add(_order);
        Options.Add(_seed);
    }

    /// <inheritdoc/>
    public override string Details =>
        """
        Graphs, hashes and parameter counts are true, the metrics are made up by a formula: the same bytes every time. The file appears whole or not at all.
        Its name should end in .tfrecord; the ending of another data format is refused.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "nasbench synth made-up.tfrecord --epochs 108 --max-vertices 5",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        string path = context.Get(_path)!;
        GivenName.Require("OUT", path);
        CheckEnding(path);
        SyntheticFileOptions options = new()
        {
            Epochs = context.Get(_epochs)!,
            MaxVertices = context.Get(_maxVertices),
            Order = context.Get(_order) == "shuffled" ? RecordOrder.Shuffled : RecordOrder.Hash,
            Seed = unchecked((long)(ulong)((context.Get(_seed) ?? 0) & ulong.MaxValue)),
        };
        (long records, long bytes) = Write(context, path, options);
        if (!OutputFile.ResolveTarget(path, canStream: true).IsStandardOutput)
        {
            Summary.Write(context, new("path", path), new("records", records), new("bytes", bytes));
        }

        return ExitCode.Done;
    }

    private static void CheckEnding(string path)
    {
        string ending = Path.GetExtension(path).ToLowerInvariant();
        if (OtherFormats.Contains(ending))
        {
            throw CommandException.Usage($"{path}: synth writes TFRecord files; expected a name that ends in .tfrecord, not in {ending}");
        }
    }

    private static WriteReport Write(CommandContext context, string path, SyntheticFileOptions options)
    {
        try
        {
            string target = OutputFile.ResolveTarget(path, canStream: true).Path;
            return context.WithProgress("Writing", progress => SyntheticFileWriter.Write(target, options, progress, context.Cancellation));
        }
        catch (ArgumentException failure) when (failure.ParamName == nameof(options))
        {
            throw CommandException.Usage("--epochs: too many numbers of epochs for one file");
        }
        catch (Exception failure) when (OutputFile.IsFileFailure(failure))
        {
            throw OutputFile.Explain(path, failure);
        }
    }
}
