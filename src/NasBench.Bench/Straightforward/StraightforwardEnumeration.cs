namespace NasBench.Bench;

/// <summary>
/// Enumerates unique cells as the original's generate_graphs.py: every mask that is a whole graph, with every labelling, one of each hash. Graphs of one
/// size; the whole space would take minutes, so the masks are visited in scattered order and a part of them is a fair sample.
/// </summary>
public sealed class StraightforwardEnumeration(int vertices)
{
    private const int MaxEdges = 9;
    private const int Operations = 3;

    /// <summary>Odd, so that the multiples visit every mask once.</summary>
    private const int Stride = 1_000_003;

    private readonly int _masks = 1 << (vertices * (vertices - 1) / 2);
    private readonly StraightforwardCell _cell = new(new byte[vertices * vertices], new sbyte[vertices]);

    /// <summary>The unique cells found: hash to parameters.</summary>
    public Dictionary<UInt128, long> Cells { get; } = [];

    /// <summary>Masks visited so far.</summary>
    public int Visited { get; private set; }

    /// <summary>Goes on through the masks.</summary>
    /// <param name="graphs">Labelled graphs to hash at least; a mask that is begun is finished.</param>
    /// <returns>The labelled graphs hashed.</returns>
    public int Continue(int graphs)
    {
        int hashed = 0;
        while (hashed < graphs && Visited < _masks)
        {
            Unpack((int)((long)Visited++ * Stride % _masks));
            if (IsWhole())
            {
                hashed += AddLabellings();
            }
        }

        return hashed;
    }

    private void Unpack(int mask)
    {
        for (int to = 1; to < vertices; to++)
        {
            for (int from = 0; from < to; from++, mask >>= 1)
            {
                _cell.Matrix[(from * vertices) + to] = (byte)(mask & 1);
            }
        }
    }

    /// <summary>Pruning would remove nothing, and there are few enough edges.</summary>
    private bool IsWhole()
    {
        Span<byte> matrix = stackalloc byte[vertices * vertices];
        Span<sbyte> labels = stackalloc sbyte[vertices];
        return _cell.Matrix.AsSpan().Count((byte)1) <= MaxEdges && StraightforwardPruner.Prune(_cell, matrix, labels) == vertices;
    }

    private int AddLabellings()
    {
        Span<sbyte> labels = _cell.Labels;
        labels.Clear();
        labels[0] = StraightforwardCell.InputLabel;
        labels[^1] = StraightforwardCell.OutputLabel;
        int count = 0;
        do
        {
            UInt128 hash = StraightforwardHash.Hash(_cell.Matrix, labels);
            if (!Cells.ContainsKey(hash))
            {
                Cells.Add(hash, StraightforwardParameters.Count(_cell.Matrix, labels));
            }

            count++;
        }
        while (Next(labels[1..^1]));

        return count;
    }

    /// <summary>Counts the labels up, the last one fastest; false after the last labelling.</summary>
    private static bool Next(Span<sbyte> labels)
    {
        for (int i = labels.Length - 1; i >= 0; i--)
        {
            if (++labels[i] < Operations)
            {
                return true;
            }

            labels[i] = 0;
        }

        return false;
    }
}
