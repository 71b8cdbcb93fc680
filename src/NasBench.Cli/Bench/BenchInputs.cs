using NasBench.Cli.Bench.Measuring;
using NasBench.Cli.Bench.Straightforward;
using NasBench.Data;

namespace NasBench.Cli.Bench;

/// <summary>What the rows work on, drawn from fixed seeds before anything is timed.</summary>
internal sealed class BenchInputs
{
    private const ulong RawSeed = 101;
    private const ulong SevenSeed = 102;
    private const ulong KeySeed = 103;
    private const int Operations = 3;

    /// <summary>Draws.</summary>
    public BenchInputs(BenchSettings settings)
    {
        Space = [.. Enumerable.Range(0, Nas101.Count).Select(Nas101.CellAt)];
        Hashes = [.. Enumerable.Range(0, Nas101.Count).Select(Nas101.HashAt)];
        Raw = DrawRaw(settings.Cells);
        Seven = DrawSeven(settings.Cells);
        Keys = DrawKeys(settings.Cells);
        PlainRaw = [.. Raw.Take(settings.PlainCells).Select(StraightforwardCell.Of)];
        PlainSeven = [.. Seven.Take(settings.PlainCells).Select(StraightforwardCell.Of)];
        PlainSpace = [.. Scatter(settings.PlainCells).Select(index => StraightforwardCell.Of(Space[index]))];
    }

    /// <summary>The representatives in the order of the space.</summary>
    public Cell[] Space { get; }

    /// <summary>Their hashes.</summary>
    public ModuleHash[] Hashes { get; }

    /// <summary>Uniform over the valid raw points: seven vertices, any mask and operations that make a valid cell.</summary>
    public Cell[] Raw { get; }

    /// <summary>Uniform over the classes of seven vertices.</summary>
    public Cell[] Seven { get; }

    /// <summary>Hashes, uniform over the space.</summary>
    public ModuleHash[] Keys { get; }

    /// <summary>The first raw cells, for the straightforward way.</summary>
    public StraightforwardCell[] PlainRaw { get; }

    /// <summary>The first cells of seven vertices.</summary>
    public StraightforwardCell[] PlainSeven { get; }

    /// <summary>Cells at equal distances in the space.</summary>
    public StraightforwardCell[] PlainSpace { get; }

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

            Cell.TryCreateFromMask(Cell.MaxVertices, mask, operations, out cells[i]);
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
    private IEnumerable<int> Scatter(int count)
    {
        const long Distance = 261_847;
        return Enumerable.Range(0, count).Select(i => (int)(i * Distance % Space.Length));
    }
}
