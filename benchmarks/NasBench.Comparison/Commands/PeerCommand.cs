using System.CommandLine;
using NasBench.BenchmarkUtilities;

namespace NasBench.Comparison;

/// <summary><c>peer</c>: an external program beside <c>nasbench info</c> on the same file: whole-process time and memory.</summary>
internal sealed class PeerCommand : Command
{
    /// <summary>Stands for the file in a peer's command; without it the file comes last.</summary>
    private const string Placeholder = "{file}";

    private const int DefaultRuns = 3;
    private const double Megabyte = 1e6;

    private readonly Argument<string?> _file = new("FILE")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "A TFRecord file; the synthetic one unless given.",
    };

    private readonly Option<string[]> _peers = new("--peer")
    {
        Required = true,
        Description = $"A command that reads the file; {Placeholder} in it stands for the file, which comes last otherwise. May be given several times.",
    };

    private readonly Option<int> _runs = new("--runs") { Description = "Of each, in turn.", DefaultValueFactory = _ => DefaultRuns };

    /// <summary>Declares it.</summary>
    public PeerCommand()
        : base("peer", "Time external programs and ours on the same file: whole-process time and peak memory.")
    {
        Arguments.Add(_file);
        Options.Add(_peers);
        Options.Add(_runs);
        SetAction(arguments => Console.Write(
            Compare(arguments.GetValue(_file) ?? SharedInputs.FilePath, arguments.GetValue(_peers)!, arguments.GetValue(_runs))));
    }

    /// <summary>Runs ours and the peers in turn.</summary>
    /// <returns>A table.</returns>
    public static string Compare(string file, IReadOnlyList<string> peers, int runs)
    {
        List<(string Name, IReadOnlyList<string> Words, List<ProcessRun> Runs)> programs = [("nasbench info", [.. Build.Jit.Program(), "info", file], [])];
        programs.AddRange(peers.Select(peer => (peer, WordsOf(peer, file), new List<ProcessRun>())));
        for (int run = 0; run < runs; run++)
        {
            programs.ForEach(program => program.Runs.Add(ProcessRun.Measure(program.Words)));
        }

        MeasuredProcess[] measured = [.. programs.Select(program => MeasuredProcess.Of(program.Name, "", program.Runs))];
        return MarkdownTable.Write(
            ["program", "seconds", "against ours", "spread", "peak memory", "of its own"],
            [
                .. measured.Select(process => (IReadOnlyList<string>)
                [
                    process.Name,
                    Numbers.Format(process.Seconds),
                    $"{Numbers.Format(process.Seconds / measured[0].Seconds)}x",
                    Numbers.Percent(process.Spread),
                    $"{process.PeakBytes / Megabyte:N0} MB",
                    $"{process.PrivateBytes / Megabyte:N0} MB",
                ]),
            ]);
    }

    /// <summary>The words of a peer's command, with the file in its place.</summary>
    public static IReadOnlyList<string> WordsOf(string peer, string file)
    {
        string[] words = CommandWords.Split(peer);
        return words.Any(word => word.Contains(Placeholder, StringComparison.Ordinal))
            ? [.. words.Select(word => word.Replace(Placeholder, file, StringComparison.Ordinal))]
            : [.. words, file];
    }
}
