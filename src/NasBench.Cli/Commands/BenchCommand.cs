using System.CommandLine;
using System.Diagnostics;
using NasBench.Bench;
using NasBench.Data;

namespace NasBench.Cli;

/// <summary><c>bench</c>: a quick measurement of this machine.</summary>
internal sealed class BenchCommand : NasBenchCommand
{
    private const int SyntheticEpochs = 108;
    private const int MaxSeconds = 3600;

    private static readonly string s_knownRows = string.Join(", ", BenchSuite.Names.Concat(BenchSuite.OtherNames));

    private readonly Argument<string> _file = new("FILE")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "A TFRecord file to load and query; a synthetic one unless given.",
    };
    private readonly Option<int> _seconds = ValueParsers.Integer(
        "--seconds", "How long it may take, about.", (int)BenchSettings.Full.Total.TotalSeconds, 1, MaxSeconds);
    private readonly Option<string> _rows = new("--rows")
    {
        HelpName = "LIST",
        Description = $"Rows, separated by commas, out of {s_knownRows}; the last {BenchSuite.OtherNames.Count} are measured only on request.",
    };
    private readonly Option<bool> _quick = new("--quick")
    {
        Description = "Hardly any rounds, to see that all rows work; the times mean nothing.",
        Hidden = true,
    };

    /// <summary>Declares the options.</summary>
    public BenchCommand()
        : base("bench", CommandGroup.Machine, "Measure this machine: ours against the straightforward way and the floor, row by row.")
    {
        Arguments.Add(_file);
        Options.Add(_seconds);
        Options.Add(_rows);
        Options.Add(_quick);
    }

    /// <inheritdoc/>
    public override string Details =>
        """
        Each row times ours, the straightforward way (what one writes in an hour with the libraries at hand) and the floor (the reads, checksums and
        compressions that the work cannot do without) in turn, and gives medians: nanoseconds for one item, how many times faster than the straightforward
        way, how many times slower than the floor.

        Slow ways are measured on a part and scaled, and the row says on which part. The signature is a checksum of all answers: the same on every machine for
        the same data.

        Without FILE, or with 'builtin', which has no file: a synthetic file of 523 MB in a temporary folder, removed afterwards. It takes up to a minute;
        --seconds gives it more time or less, --rows names the rows that are wanted.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "nasbench bench",
        "nasbench bench --rows locate-batch,query --seconds 10",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        long start = Stopwatch.GetTimestamp();
        BenchSettings settings = context.Get(_quick) ? BenchSettings.Quick : BenchSettings.Full with { Total = TimeSpan.FromSeconds(context.Get(_seconds)) };
        string[] rows = ReadRows(context);
        string? path = context.Get(_file);
        GivenName.Require("FILE", path);
        BenchReport report = path is null || new DataFile(path).IsBuiltin
            ? MeasureSynthetic(context, settings, rows, start)
            : Measure(context, settings, path, rows, start);
        report.Write(context);
        return ExitCode.Done;
    }

    /// <exception cref="CommandException">An unknown row: exit code 2.</exception>
    private string[] ReadRows(CommandContext context)
    {
        string[] names = context.Get(_rows)?.Split(',', StringSplitOptions.TrimEntries) ?? [.. BenchSuite.Names];
        return Array.Find(names, name => !BenchSuite.Names.Contains(name) && !BenchSuite.OtherNames.Contains(name)) is { } unknown
            ? throw CommandException.Usage($"--rows: '{unknown}' is not one of {s_knownRows}")
            : names;
    }

    private static BenchReport MeasureSynthetic(CommandContext context, BenchSettings settings, string[] rows, long start)
    {
        DirectoryInfo? folder = null;
        try
        {
            string path = WriteSynthetic(context, settings, ref folder);
            return Measure(context, settings, path, rows, start);
        }
        finally
        {
            folder?.Delete(recursive: true);
        }
    }

    private static string WriteSynthetic(CommandContext context, BenchSettings settings, ref DirectoryInfo? folder)
    {
        try
        {
            folder = Directory.CreateTempSubdirectory("nasbench-");
            TemporaryFiles.Add(folder.FullName);
            string path = Path.Combine(folder.FullName, "bench.tfrecord");
            SyntheticFileOptions options = new() { Epochs = [SyntheticEpochs], MaxVertices = settings.MaxVertices };
            return context.WithProgress("Writing", progress =>
            {
                SyntheticFileWriter.Write(path, options, progress, context.Cancellation);
                return path;
            });
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Output($"temporary folder: cannot be written: {failure.Message}", failure);
        }
    }

    private static BenchReport Measure(CommandContext context, BenchSettings settings, string path, string[] names, long start)
    {
        DataFile file = new(path);
        file.Settle(context);
        if (DatasetOpener.Guard(file, () => DataFormats.Recognise(file.Path)) == DataFormats.Compact)
        {
            throw CommandException.Input($"{path}: a compact file, but loading a TFRecord file is measured");
        }

        using Dataset data = DatasetOpener.Open(context, file);
        context.WithProgress("Hashing", progress =>
        {
            Space<Nas101>.PrepareHashes(progress, context.Cancellation);
            return true;
        });
        BenchInputs inputs = new(settings.Cells, settings.PlainCells);
        string signature = BenchSignature.Compute(inputs, data);
        BenchSuite suite = new(inputs, file.Path, data);
        List<BenchRow> rows = [];
        foreach (string name in names)
        {
            Tell(context, name);
            Race race = suite.Build(name);
            TimeSpan share = (settings.Total - Stopwatch.GetElapsedTime(start)) / (names.Length - rows.Count);
            rows.Add(race.Run(share > settings.RowMinimum ? share : settings.RowMinimum, settings.MaxRounds, context.Cancellation));
        }

        return new BenchReport(MachineInfo.Machine, MachineInfo.Build, signature, rows);
    }

    /// <summary>A line for each row as it begins: a bar that moves would disturb the measurement.</summary>
    private static void Tell(CommandContext context, string row)
    {
        if (context.Console.IsErrorTerminal && !context.Quiet)
        {
            context.Console.WriteErrorLine($"measuring {row}");
        }
    }
}
