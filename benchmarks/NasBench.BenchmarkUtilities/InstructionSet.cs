using BenchmarkDotNet.Jobs;
using Perfolizer.Horology;

namespace NasBench.BenchmarkUtilities;

/// <summary>What the runtime is allowed to use: everything that the processor has, or less.</summary>
/// <param name="Name">As tables call it.</param>
/// <param name="Switch">The environment variable that is set to 0; null for everything.</param>
public sealed record InstructionSet(string Name, string? Switch)
{
    private const int ShortWarmUps = 3;
    /// <summary>Code that is called often is compiled well at once, not after a tenth of a second without new code: that is as long as an iteration.</summary>
    private const string NoDelay = "DOTNET_TC_CallCountingDelayMs";

    private const int ShortIterations = 3;
    private const int ShortMilliseconds = 100;

    /// <summary>Everything: AVX-512 where the processor has it.</summary>
    public static InstructionSet Full { get; } = new("full", null);

    /// <summary>Everything, then AVX2, then 128-bit vectors, then none: the paths that the engine has.</summary>
    public static IReadOnlyList<InstructionSet> All { get; } =
    [
        Full,
        new InstructionSet("avx2", "DOTNET_EnableAVX512"),
        new InstructionSet("sse4.2", "DOTNET_EnableAVX2"),
        new InstructionSet("none", "DOTNET_EnableHWIntrinsic"),
    ];

    /// <summary>The set of a name; null if there is none.</summary>
    public static InstructionSet? Find(string name) => All.FirstOrDefault(set => set.Name == name);

    /// <summary>A job that runs under it.</summary>
    public Job ToJob(bool isShort)
    {
        Job job = Job.Default.WithId(Name);
        if (Switch is not null)
        {
            job = job.WithEnvironmentVariable(Switch, "0");
        }

        return isShort
            ? job.WithEnvironmentVariable(NoDelay, "0").WithLaunchCount(1).WithWarmupCount(ShortWarmUps)
                .WithIterationCount(ShortIterations).WithIterationTime(TimeInterval.FromMilliseconds(ShortMilliseconds))
            : job;
    }
}
