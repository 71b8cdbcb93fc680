using System.Diagnostics;

namespace NasBench.Bench;

/// <summary>Times ours, the straightforward ways and the floors in turn, round after round, so that all of them meet the same machine.</summary>
/// <param name="Name">The row.</param>
/// <param name="Unit">What an item is.</param>
/// <param name="Ours">Ours.</param>
/// <param name="Plain">Straightforward ways; the fastest counts.</param>
/// <param name="Floors">Floors; the fastest counts.</param>
public sealed record Race(string Name, string Unit, Contender Ours, Contender[] Plain, Contender[] Floors)
{
    /// <summary>Longer than the runtime waits before it recompiles what is called often.</summary>
    private const int TieringDelay = 150;

    /// <summary>
    /// Of the time of a row: a warm-up gets a twentieth, a run of ours or of a floor at most a quarter, a run of a straightforward way a fourteenth, so two
    /// rounds fit. What would take longer is measured on a part.
    /// </summary>
    private const double WarmUpShare = 1.0 / 20, RunShare = 1.0 / 4, PlainShare = 1.0 / 14;

    /// <summary>Runs two rounds, and more while there is time.</summary>
    /// <param name="budget">How long the row may take.</param>
    /// <param name="maxRounds">Rounds at most.</param>
    /// <param name="cancellation">Asked after every run.</param>
    public BenchRow Run(TimeSpan budget, int maxRounds, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        Contender[] all = [.. Floors, Ours, .. Plain];
        Array.ForEach(all, contender => contender.Touch());
        cancellation.ThrowIfCancellationRequested();
        if (budget > TimeSpan.Zero)
        {
            Thread.Sleep(TieringDelay);
        }

        foreach (Contender contender in all)
        {
            contender.Prepare(budget * WarmUpShare, budget * (Plain.Contains(contender) ? PlainShare : RunShare));
            cancellation.ThrowIfCancellationRequested();
        }

        GC.Collect();
        long firstRound = Stopwatch.GetTimestamp();
        int rounds = 0;
        while (rounds < 2 || (rounds < maxRounds && Stopwatch.GetElapsedTime(start) + (Stopwatch.GetElapsedTime(firstRound) / rounds) < budget))
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
