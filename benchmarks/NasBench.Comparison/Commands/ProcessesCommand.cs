using System.CommandLine;
using NasBench.BenchmarkUtilities;

namespace NasBench.Comparison;

/// <summary>
/// <c>processes</c>: whole programs from start to end: the first answer of a fresh process, beside a program that does nothing; and loading a file.
/// </summary>
internal sealed class ProcessesCommand : Command
{
    private const int DefaultRuns = 21;
    private const int LoadRuns = 3;

    /// <summary>The cell of the hash, so that both ways answer the same.</summary>
    private const string Matrix = "0100110001000000010010000010000001000000010000000";

    private const string Operations = "input,conv3x3-bn-relu,maxpool3x3,conv3x3-bn-relu,conv3x3-bn-relu,conv1x1-bn-relu,output";
    private const string Hash = "00005c142e6f48ac74fdcf73e3439874";

    private static readonly string[] s_byMatrix = ["--repeat", "0", "--matrix", Matrix, "--ops", Operations];

    private readonly Option<int> _runs = new("--runs") { Description = "Of each first answer.", DefaultValueFactory = _ => DefaultRuns };

    /// <summary>Declares it.</summary>
    public ProcessesCommand()
        : base("processes", "Time whole programs: the first answer of a fresh process, and loading a file; 'write' makes a table of it.")
    {
        Options.Add(_runs);
        SetAction(arguments => Measure(arguments.GetValue(_runs)));
    }

    /// <summary>Measures.</summary>
    public static void Measure(int runs)
    {
        MeasuredProcess.Write(Folders.Processes, [.. FirstAnswers(runs), .. Loads()]);
    }

    /// <summary>All programs in turn, run after run, so that all of them meet the same machine.</summary>
    private static IEnumerable<MeasuredProcess> FirstAnswers(int runs)
    {
        List<(string Name, string Build, IReadOnlyList<string> Words, List<ProcessRun> Runs)> programs = [("empty program", "AOT", Build.EmptyProgram(), [])];
        foreach (Build build in Build.All)
        {
            programs.Add(("first answer by matrix", build.Name, [.. build.Program(), "query", "builtin", .. s_byMatrix], []));
            programs.Add(("first answer by hash", build.Name, [.. build.Program(), "query", "builtin", "--repeat", "0", "--hash", Hash], []));
        }

        for (int run = 0; run <= runs; run++)
        {
            foreach ((_, _, IReadOnlyList<string> words, List<ProcessRun> done) in programs)
            {
                ProcessRun measured = ProcessRun.Measure(words, watchesMemory: false);
                if (run > 0)
                {
                    done.Add(measured);
                }
            }
        }

        return programs.Select(program => MeasuredProcess.Of(program.Name, program.Build, program.Runs));
    }

    /// <summary>A query of the file: <c>info</c> would compare every value with the formula too.</summary>
    private static IEnumerable<MeasuredProcess> Loads() => Build.All.Select(build => MeasuredProcess.Of(
        "load 523 MB and query", build.Name,
        [.. Enumerable.Range(0, LoadRuns).Select(_ => ProcessRun.Measure([.. build.Program(), "query", SharedInputs.FilePath, .. s_byMatrix]))]));
}
