namespace NasBench.Data;

/// <summary>What a synthetic file holds.</summary>
public sealed record SyntheticFileOptions
{
    /// <summary>The numbers of epochs: at least one, each at least 1, none twice. They are written in ascending order.</summary>
    public IReadOnlyList<int> Epochs { get; init; } = [4, 12, 36, 108];

    /// <summary>The most vertices of a cell, 2 to 7.</summary>
    public int MaxVertices { get; init; } = Cell.MaxVertices;

    /// <summary>The order of the records.</summary>
    public RecordOrder Order { get; init; }

    /// <summary>What the shuffled order depends on. It changes no value.</summary>
    public long Seed { get; init; }
}
