using System.Text;

namespace NasBench.TestUtilities;

/// <summary>
/// A cell written down the obvious way: an integer matrix and one name a vertex. Slow on purpose: it is the oracle that the engine is
/// compared with, written from the definitions (`ModelSpec` of the original) and sharing no code with the engine.
/// </summary>
public sealed class ReferenceCell
{
    /// <summary>Wraps a matrix and its names without looking at them: <see cref="GetShapeError"/> tells whether the original takes them.</summary>
    public ReferenceCell(int[,] matrix, params string[] operations)
    {
        Matrix = matrix;
        Operations = operations;
    }

    /// <summary>Entry [x, y] counts the edges from x to y.</summary>
    public int[,] Matrix { get; }

    /// <summary>One name a vertex.</summary>
    public string[] Operations { get; }

    /// <summary>Rows of the matrix.</summary>
    public int Size => Matrix.GetLength(0);

    /// <summary>The sum of the entries, as the original counts edges.</summary>
    public int EdgeCount
    {
        get
        {
            int edges = 0;
            foreach (int entry in Matrix)
            {
                edges += entry;
            }

            return edges;
        }
    }

    /// <summary>The entries row by row, as digits.</summary>
    public string Digits
    {
        get
        {
            var digits = new StringBuilder();
            foreach (int entry in Matrix)
            {
                digits.Append(entry);
            }

            return digits.ToString();
        }
    }

    /// <summary>The original's number of the graph: edge (x, y), x &lt; y, is bit x + y(y-1)/2.</summary>
    public uint Mask
    {
        get
        {
            uint mask = 0;
            for (int y = 1; y < Size; y++)
            {
                for (int x = 0; x < y; x++)
                {
                    if (Matrix[x, y] != 0)
                    {
                        mask |= 1u << (x + (y * (y - 1) / 2));
                    }
                }
            }

            return mask;
        }
    }

    /// <summary>A square matrix from its digits, row by row.</summary>
    public static ReferenceCell FromDigits(string digits, IEnumerable<string> operations)
    {
        int size = (int)Math.Sqrt(digits.Length);
        if (size * size != digits.Length)
        {
            throw new ArgumentException($"{digits.Length} digits are not a square", nameof(digits));
        }

        var matrix = new int[size, size];
        for (int i = 0; i < digits.Length; i++)
        {
            matrix[i / size, i % size] = digits[i] - '0';
        }

        return new ReferenceCell(matrix, [.. operations]);
    }

    /// <summary>The graph with the original's number <paramref name="mask"/>.</summary>
    public static ReferenceCell FromMask(int vertices, uint mask, params string[] operations)
    {
        var matrix = new int[vertices, vertices];
        for (int y = 1; y < vertices; y++)
        {
            for (int x = 0; x < y; x++)
            {
                matrix[x, y] = (int)(mask >> (x + (y * (y - 1) / 2))) & 1;
            }
        }

        return new ReferenceCell(matrix, operations);
    }

    /// <summary>Why the original's constructor refuses the input (its message), or null.</summary>
    public string? GetShapeError()
    {
        if (Matrix.GetLength(0) != Matrix.GetLength(1))
        {
            return "matrix must be square";
        }

        if (Size != Operations.Length)
        {
            return "length of ops must match matrix dimensions";
        }

        for (int x = 0; x < Size; x++)
        {
            for (int y = 0; y <= x; y++)
            {
                if (Matrix[x, y] != 0)
                {
                    return "matrix must be upper triangular";
                }
            }
        }

        return null;
    }

    /// <summary>The vertices on a path from the first to the last vertex, or null where there is no path.</summary>
    public int[]? GetKeptVertices()
    {
        if (Size < 2)
        {
            return null;
        }

        bool[] fromInput = Reach(0, (here, there) => Matrix[here, there] != 0);
        bool[] toOutput = Reach(Size - 1, (here, there) => Matrix[there, here] != 0);
        int[] kept = [.. Enumerable.Range(0, Size).Where(vertex => fromInput[vertex] && toOutput[vertex])];
        return kept.Length < 2 ? null : kept;
    }

    /// <summary>The cell without the vertices that do nothing, the others in their order; null where output cannot be reached.</summary>
    public ReferenceCell? Prune() => GetKeptVertices() is { } kept ? Select(kept) : null;

    /// <summary>The cell whose vertex i is vertex order[i] of this one.</summary>
    public ReferenceCell Select(params int[] order)
    {
        var matrix = new int[order.Length, order.Length];
        for (int x = 0; x < order.Length; x++)
        {
            for (int y = 0; y < order.Length; y++)
            {
                matrix[x, y] = Matrix[order[x], order[y]];
            }
        }

        return new ReferenceCell(matrix, [.. order.Select(vertex => Operations[vertex])]);
    }

    /// <summary>The text form: digits, a blank, comma-separated names.</summary>
    public override string ToString() => $"{Digits} {string.Join(',', Operations)}";

    private bool[] Reach(int start, Func<int, int, bool> leadsTo)
    {
        bool[] reached = new bool[Size];
        reached[start] = true;
        var frontier = new Stack<int>([start]);
        while (frontier.TryPop(out int here))
        {
            for (int there = 0; there < Size; there++)
            {
                if (!reached[there] && leadsTo(here, there))
                {
                    reached[there] = true;
                    frontier.Push(there);
                }
            }
        }

        return reached;
    }
}
