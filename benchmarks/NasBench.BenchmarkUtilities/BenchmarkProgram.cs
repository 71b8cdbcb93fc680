using System.Reflection;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace NasBench.BenchmarkUtilities;

/// <summary>The command line of a project of benchmarks: BenchmarkDotNet's own, and two switches before it.</summary>
/// <remarks>
/// <c>short</c>: few and short iterations of everything that the filter leaves (all, unless one is given).
/// <c>--sets full,avx2,sse4.2,none</c>: under these instruction sets; <c>all</c> for all of them. Without: what the processor has.
/// </remarks>
public static class BenchmarkProgram
{
    private const string Short = "short";
    private const string Sets = "--sets";
    private const string AllSets = "all";

    /// <summary>Runs benchmarks.</summary>
    /// <param name="assembly">Holds them.</param>
    /// <param name="arguments">The command line.</param>
    /// <returns>The exit code: 0 when everything that was asked for ran.</returns>
    public static int Run(Assembly assembly, string[] arguments)
    {
        List<string> rest = [.. arguments];
        bool isShort = rest.Remove(Short);
        if (TakeSets(rest) is not { } sets)
        {
            Console.Error.WriteLine($"{Sets}: expected {AllSets}, or some of {string.Join(",", InstructionSet.All.Select(set => set.Name))}");
            return 2;
        }

        if (isShort && !rest.Contains("--filter") && !rest.Contains("-f"))
        {
            rest.AddRange("--filter", "*");
        }

        IConfig config = BenchmarkConfig.Create(sets, isShort);
        Summary[] summaries = [.. BenchmarkSwitcher.FromAssembly(assembly).Run([.. rest], config)];
        return summaries.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success)) ? 0 : 1;
    }

    private static IReadOnlyList<InstructionSet>? TakeSets(List<string> arguments)
    {
        int position = arguments.IndexOf(Sets);
        if (position < 0)
        {
            return [InstructionSet.Full];
        }

        string value = position + 1 < arguments.Count ? arguments[position + 1] : "";
        arguments.RemoveRange(position, Math.Min(2, arguments.Count - position));
        if (value == AllSets)
        {
            return InstructionSet.All;
        }

        InstructionSet?[] sets = [.. value.Split(',').Select(InstructionSet.Find)];
        return sets.Contains(null) ? null : [.. sets.OfType<InstructionSet>()];
    }
}
