namespace NasBench.Cli.Bench.Straightforward;

/// <summary>Everything known of one cell: its graph as text, and its runs by number of epochs.</summary>
internal sealed record StraightforwardEntry(string Matrix, string Operations, int Parameters)
{
    public Dictionary<int, List<StraightforwardRun>> Runs { get; } = [];

    public void Add(int epochs, StraightforwardRun run)
    {
        if (!Runs.TryGetValue(epochs, out List<StraightforwardRun>? runs))
        {
            Runs.Add(epochs, runs = []);
        }

        runs.Add(run);
    }
}
