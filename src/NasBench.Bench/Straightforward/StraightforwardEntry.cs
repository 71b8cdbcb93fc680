namespace NasBench.Bench;

/// <summary>Everything known of one cell: its graph as text, and its runs by number of epochs.</summary>
/// <param name="Matrix">The adjacency matrix as digits, row by row.</param>
/// <param name="Operations">The names of the vertices, with commas.</param>
/// <param name="Parameters">Trainable parameters.</param>
public sealed record StraightforwardEntry(string Matrix, string Operations, int Parameters)
{
    /// <summary>The runs by number of epochs, in the order in which they were added.</summary>
    public Dictionary<int, List<StraightforwardRun>> Runs { get; } = [];

    /// <summary>Adds a run.</summary>
    /// <param name="epochs">Epochs of its training.</param>
    /// <param name="run">The run.</param>
    public void Add(int epochs, StraightforwardRun run)
    {
        if (!Runs.TryGetValue(epochs, out List<StraightforwardRun>? runs))
        {
            Runs.Add(epochs, runs = []);
        }

        runs.Add(run);
    }
}
