namespace NasBench.Search;

/// <summary>What a regression sees of a cell: one of the encodings of NasBench.Core, by name. Immutable and thread-safe.</summary>
internal sealed class CellFeatures
{
    private delegate bool Encoder(Cell cell, Span<float> values);

    private readonly Encoder _encode;

    private CellFeatures(string name, int count, Encoder encode, int firstOfThree = int.MaxValue)
    {
        Name = name;
        Count = count;
        FirstOfThree = Math.Min(firstOfThree, count);
        _encode = encode;
    }

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CellFeatures> All { get; } =
    [
        new("one-hot", OneHotEncoding.Length, OneHotEncoding.TryEncode),
        new("path", PathEncoding.Length, PathEncoding.TryEncode),
        new("path-40", TruncatedPathEncoding.Length, TruncatedPathEncoding.TryEncode),
        new("adjacency", NaszillaAdjacencyEncoding.Length, NaszillaAdjacencyEncoding.TryEncode, firstOfThree: Cell.MaxEdges),
    ];

    /// <summary>The name, as settings have it.</summary>
    public string Name { get; }

    /// <summary>The number of features.</summary>
    public int Count { get; }

    /// <summary>The first feature that can be 0.5 too; all before it, and all others without such a one, are 0 or 1.</summary>
    public int FirstOfThree { get; }

    /// <summary>Finds features by their name.</summary>
    /// <exception cref="ArgumentException">There are none of this name.</exception>
    public static CellFeatures Find(string name)
        => All.FirstOrDefault(features => features.Name == name) ?? throw new ArgumentException($"there are no features '{name}'", nameof(name));

    /// <summary>Writes the features of a cell.</summary>
    /// <param name="cell">A cell of NAS-Bench-101, raw; it need not be valid.</param>
    /// <param name="values">Receives <see cref="Count"/> values, each 0, 0.5 or 1.</param>
    /// <exception cref="ArgumentException">There is no room, or the cell cannot be encoded.</exception>
    public void Write(Cell cell, Span<float> values)
    {
        if (!_encode(cell, values))
        {
            throw new ArgumentException($"{cell} has no features {Name}", nameof(cell));
        }
    }
}
