using NasBench.TestUtilities;

namespace NasBench.Conformance.Tests.Reading;

/// <summary>A pruned cell, its trainable parameters, and the channels of its vertices by "input->output" channels (null: the original fails).</summary>
internal sealed record ChannelVector(string Hash, string Matrix, int[] Labels, long Params, Dictionary<string, int[]?> Channels)
{
    public static IReadOnlyList<ChannelVector> All { get; } = JsonLines.Read<ChannelVector>("vertex_channels.jsonl");

    public ReferenceCell ToCell() => ReferenceCell.FromDigits(Matrix, Reading.Labels.ToNames([-1, .. Labels, -2]));

    /// <summary>The channel entries, with their key taken apart.</summary>
    public IEnumerable<(int Input, int Output, int[]? Channels)> Entries => Channels.Select(entry =>
    {
        string[] ends = entry.Key.Split("->");
        return (int.Parse(ends[0]), int.Parse(ends[1]), entry.Value);
    });
}
