using System.Diagnostics;

namespace NasBench.Cli.Bench.Measuring;

/// <summary>Times ours, the straightforward ways and the floors in turn, round after round, so that all of them meet the same machine.</summary>
/// <param name="Name">The row.</param>
/// <param name="Unit">What an item is.</param>
/// <param name="Ours">Ours.</param>
/// <param name="Plain">Straightforward ways; the fastest counts.</param>
/// <param name="Floors">Floors; the fastest counts.</param>
internal sealed record Race(string Name, string Unit, Contender Ours, Contender[] Plain, Contender[] Floors)
{
    /// <summary>Longer than the runtime waits before it recompiles what is called often.</summary>
    private const int TieringDelay = 150;

    /// <summary>Runs all rounds.</summary>
    public BenchRow Run(BenchSettings settings, CancellationToken cancellation)
    {
        Contender[] all = [.. Floors, Ours, .. Plain];
        Array.ForEach(all, contender => contender.Touch());
        cancellation.ThrowIfCancellationRequested();
        if (settings.WarmUp > TimeSpan.Zero)
        {
            Thread.Sleep(TieringDelay);
        }

        foreach (Contender contender in all)
        {
            contender.Prepare(settings.WarmUp, Plain.Contains(contender) ? settings.PlainBudget : settings.RunBudget);
            cancellation.ThrowIfCancellationRequested();
        }

        GC.Collect();
        long start = Stopwatch.GetTimestamp();
        int rounds = 0;
        while (rounds < 2 || (rounds < settings.MaxRounds && Stopwatch.GetElapsedTime(start) < settings.RowBudget))
        {
            foreach (Contender contender in all)
            {
                contender.Run();
                cancellation.ThrowIfCancellationRequested();
            }

            rounds++;
        }

        Contender plain = Plain.MinBy(contender => contender.Median)!;
        return new BenchRow(Name, Unit, Ours.Median, plain.Median, Floors.Min(contender => contender.Median), Ours.AllocatedBytes)
        {
            Part = Ours.Part,
            PlainPart = plain.Part,
            Spread = Ours.Spread,
            Rounds = rounds,
        };
    }
}
