using NasBench.Data;

namespace NasBench.Bench;

/// <summary>What the rows work on, from fixed seeds. Each is drawn when it is first asked for, which is before anything is timed.</summary>
/// <param name="cells">Cells and hashes to draw.</param>
/// <param name="plainCells">Of these, how many for the straightforward way.</param>
public sealed class BenchInputs(int cells, int plainCells)
{
    private const ulong RawSeed = 101;
    private const ulong SevenSeed = 102;
    private const ulong KeySeed = 103;
    private const int Operations = 3;

    /// <summary>Cells and hashes that are drawn.</summary>
    public int Cells => cells;

    /// <summary>The representatives in the order of the space.</summary>
    public Cell[] Space => field ??= [.. Enumerable.Range(0, Nas101.Count).Select(Nas101.CellAt)];

    /// <summary>Their hashes.</summary>
    public ModuleHash[] Hashes => field ??= DrawHashes();

    /// <summary>Uniform over the valid raw points: seven vertices, any mask and operations that make a valid cell.</summary>
    public Cell[] Raw => field ??= DrawRaw(cells);

    /// <summary>Uniform over the classes of seven vertices.</summary>
    public Cell[] Seven => field ??= DrawSeven(cells);

    /// <summary>Hashes, uniform over the space.</summary>
    public ModuleHash[] Keys => field ??= DrawKeys(cells);

    /// <summary>The first raw cells, for the straightforward way.</summary>
    public StraightforwardCell[] PlainRaw => field ??= [.. Raw.Take(plainCells).Select(StraightforwardCell.Of)];

    /// <summary>The first cells of seven vertices.</summary>
    public StraightforwardCell[] PlainSeven => field ??= [.. Seven.Take(plainCells).Select(StraightforwardCell.Of)];

    /// <summary>Cells spread over the space.</summary>
    public StraightforwardCell[] PlainSpace => field ??= [.. Scatter(plainCells).Select(index => StraightforwardCell.Of(Space[index]))];

    /// <summary>The keys as ordinary code holds them.</summary>
    public UInt128[] PlainKeys => field ??= [.. Keys.Select(key => new UInt128(key.High, key.Low))];

    /// <summary>A new dictionary from hash to index.</summary>
    public Dictionary<UInt128, int> BuildIndex()
    {
        var index = new Dictionary<UInt128, int>(Hashes.Length);
        for (int i = 0; i < Hashes.Length; i++)
        {
            index.Add(new UInt128(Hashes[i].High, Hashes[i].Low), i);
        }

        return index;
    }

    private static ModuleHash[] DrawHashes()
    {
        Space<Nas101>.PrepareHashes();
        return [.. Enumerable.Range(0, Nas101.Count).Select(Nas101.HashAt)];
    }

    private static Cell[] DrawRaw(int count)
    {
        var random = new SplitMix64(RawSeed);
        var cells = new Cell[count];
        Span<byte> operations = stackalloc byte[Cell.MaxInteriorVertices];
        for (int i = 0; i < count;)
        {
            uint mask = (uint)random.NextBelow(1 << Cell.MaxEdges);
            foreach (ref byte operation in operations)
            {
                operation = (byte)random.NextBelow(Operations);
            }

            Cell.CreateRawFromMask(Cell.MaxVertices, mask, operations, out cells[i]);
            i += Nas101.Locate(cells[i]) >= 0 ? 1 : 0;
        }

        return cells;
    }

    private Cell[] DrawSeven(int count)
    {
        int first = Array.FindIndex(Space, cell => cell.Vertices == Cell.MaxVertices);
        var random = new SplitMix64(SevenSeed);
        var cells = new Cell[count];
        foreach (ref Cell cell in cells.AsSpan())
        {
            cell = Space[first + random.NextBelow(Space.Length - first)];
        }

        return cells;
    }

    private ModuleHash[] DrawKeys(int count)
    {
        var random = new SplitMix64(KeySeed);
        var keys = new ModuleHash[count];
        foreach (ref ModuleHash key in keys.AsSpan())
        {
            key = Hashes[random.NextBelow(Hashes.Length)];
        }

        return keys;
    }

    /// <summary>Indices at a distance that shares no factor with the size of the space, so that any slice of them is a fair sample.</summary>
    public IEnumerable<int> Scatter(int count)
    {
        const long Distance = 261_847;
        return Enumerable.Range(0, count).Select(i => (int)(i * Distance % Space.Length));
    }
}
