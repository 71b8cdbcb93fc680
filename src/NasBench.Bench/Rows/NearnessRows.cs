
namespace NasBench.Bench;

/// <summary>The rows of edit distances and neighbours.</summary>
public sealed class NearnessRows(BenchInputs inputs)
{
    /// <summary>Changes of a cell of seven vertices with three operations.</summary>
    private const int Edits = 31;

    /// <summary>Cells whose neighbours are sought: their changes are in 4 MB.</summary>
    private const int NeighborCells = 1 << 14;

    private readonly byte[] _distances = new byte[Nas101.Count];
    private readonly int[] _indices = new int[NeighborCells * Edits];
    private long _sum;

    /// <summary>Of a cell and the next one; the floor has the assignments of a cell ready.</summary>
    public Race Pair()
    {
        Cell[] cells = inputs.Seven;
        var floor = new AssignmentFloor();
        return new Race("edit-distance-pair", "pair",
            new Contender(cells.Length - 1, (first, count) =>
            {
                for (int i = first; i < first + count; i++)
                {
                    _sum += Distances.Edit(cells[i], cells[i + 1]);
                }

                return count;
            }),
            [PlainPairs(inputs.PlainSeven)],
            [new Contender(cells.Length, (first, count) => Floor(floor, cells.AsSpan(first, count)))]);
    }

    /// <summary>Of one cell and the whole space.</summary>
    public Race Many()
    {
        Cell source = inputs.Seven[0];
        var floor = new AssignmentFloor();
        return new Race("edit-distance-many", "cell",
            new Contender(Nas101.Count, (_, _) =>
            {
                SpaceDistances.ToAll(source, _distances);
                return _distances.Length;
            }, isWhole: true),
            [PlainPairs([.. inputs.PlainSpace])],
            [new Contender(Nas101.Count, (first, count) => Floor(floor, inputs.Space.AsSpan(first, count)))]);
    }

    /// <summary>The classes one change away; the floor locates changes that are there already.</summary>
    public Race Neighbors()
    {
        Cell[] cells = [.. inputs.Scatter(NeighborCells).Select(Nas101.CellAt)];
        Cell[] edits = [.. cells.SelectMany(cell => Enumerable.Range(0, Edits).Select(edit => NasBench.Neighbors.GetEdit(cell, edit)))];
        int[] found = new int[NasBench.Neighbors.MaxCount];
        var plain = new StraightforwardNeighbors(new StraightforwardLocator(inputs.BuildIndex()));
        return new Race("neighbors", "cell",
            new Contender(cells.Length, (first, count) =>
            {
                foreach (Cell cell in cells.AsSpan(first, count))
                {
                    _sum += NasBench.Neighbors.WriteDistinctIndices(cell, found);
                }

                return count;
            }),
            [new Contender(inputs.PlainSpace.Length, (first, count) =>
            {
                foreach (StraightforwardCell cell in inputs.PlainSpace.AsSpan(first, count))
                {
                    _sum += plain.Find(cell).Count;
                }

                return count;
            })],
            [new Contender(cells.Length, (first, count) =>
            {
                Nas101.Locate(edits.AsSpan(first * Edits, count * Edits), _indices);
                return count;
            })]);
    }

    private Contender PlainPairs(StraightforwardCell[] cells)
    {
        var plain = new StraightforwardDistance();
        var expanded = cells.Select(StraightforwardDistance.Expand).ToArray();
        return new Contender(expanded.Length - 1, (first, count) =>
        {
            for (int i = first; i < first + count; i++)
            {
                _sum += plain.Edit(expanded[i], expanded[i + 1]);
            }

            return count;
        });
    }

    private int Floor(AssignmentFloor floor, ReadOnlySpan<Cell> targets)
    {
        _sum += floor.Run(targets);
        return targets.Length;
    }
}
