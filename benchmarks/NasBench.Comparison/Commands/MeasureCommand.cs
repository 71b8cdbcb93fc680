using System.CommandLine;
using System.Globalization;
using NasBench.BenchmarkUtilities;

namespace NasBench.Comparison;

/// <summary><c>measure</c>: runs <c>nasbench bench</c> in every build and with every instruction set, and keeps the answers for <c>write</c>.</summary>
internal sealed class MeasureCommand : Command
{
    private const int DefaultSeconds = 45;
    private const int DefaultRuns = 3;

    private readonly Option<string[]> _builds = new("--build")
    {
        AllowMultipleArgumentsPerToken = true,
        Description = "JIT, AOT, AOT-v3; all unless given. Native builds are published first.",
    };

    private readonly Option<string[]> _sets = new("--sets")
    {
        AllowMultipleArgumentsPerToken = true,
        Description = "full, avx2, sse4.2, none; all unless given. Native builds know only full.",
    };

    private readonly Option<string?> _rows = new("--rows") { Description = "As nasbench bench takes them." };
    private readonly Option<int> _seconds = new("--seconds") { Description = "For a run.", DefaultValueFactory = _ => DefaultSeconds };
    private readonly Option<int> _runs = new("--runs") { Description = "Of each.", DefaultValueFactory = _ => DefaultRuns };
    private readonly Option<bool> _fresh = new("--fresh") { Description = "Forget earlier runs." };

    /// <summary>Declares it.</summary>
    public MeasureCommand()
        : base("measure", "Run nasbench bench in every build and with every instruction set; 'write' makes tables of it.")
    {
        _builds.AcceptOnlyFromAmong([.. Build.All.Select(build => build.Name)]);
        _sets.AcceptOnlyFromAmong([.. InstructionSet.All.Select(set => set.Name)]);
        foreach (Option option in (Option[])[_builds, _sets, _rows, _seconds, _runs, _fresh])
        {
            Options.Add(option);
        }

        SetAction(Run);
    }

    /// <summary>Measures.</summary>
    /// <param name="builds">Names; none for all.</param>
    /// <param name="sets">Names; none for all.</param>
    /// <param name="rows">Rows; null for all.</param>
    /// <param name="seconds">For a run.</param>
    /// <param name="runs">Of each.</param>
    public static void Measure(IReadOnlyCollection<string> builds, IReadOnlyCollection<string> sets, string? rows, int seconds, int runs)
    {
        RunFiles files = new(Folders.Runs);
        for (int run = 0; run < runs; run++)
        {
            foreach (Build build in Build.All.Where(build => builds.Count == 0 || builds.Contains(build.Name)))
            {
                foreach (InstructionSet set in build.Sets.Where(set => sets.Count == 0 || sets.Contains(set.Name)))
                {
                    Console.WriteLine($"{build.Name} {set.Name}, run {run + 1} of {runs}");
                    files.Add(build.Name, set.Name, Bench(build, set, rows, seconds));
                }
            }
        }
    }

    private static string Bench(Build build, InstructionSet set, string? rows, int seconds)
    {
        string limit = seconds.ToString(CultureInfo.InvariantCulture);
        List<string> words = [.. build.Program(), "bench", SharedInputs.FilePath, "--json", "--quiet", "--seconds", limit];
        if (rows is not null)
        {
            words.AddRange("--rows", rows);
        }

        return Programs.Run(words, set.Switch is null ? null : new Dictionary<string, string> { [set.Switch] = "0" });
    }

    private void Run(ParseResult arguments)
    {
        if (arguments.GetValue(_fresh))
        {
            new RunFiles(Folders.Runs).Clear();
        }

        string[] builds = arguments.GetValue(_builds) ?? [];
        string[] sets = arguments.GetValue(_sets) ?? [];
        Measure(builds, sets, arguments.GetValue(_rows), arguments.GetValue(_seconds), arguments.GetValue(_runs));
    }
}
