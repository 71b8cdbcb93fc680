using CommunityToolkit.HighPerformance;

namespace NasBench.Cli;

/// <summary>A cell as someone wrote it: a matrix of any size, and names, neither checked.</summary>
/// <param name="matrix">The matrix; entries other than 0 and 1 are kept as 2.</param>
/// <param name="operations">A name for each vertex, as given.</param>
internal sealed class GivenCell(GivenMatrix matrix, string[] operations)
{
    private const string Input = "input";
    private const string Output = "output";

    /// <summary>Names as given.</summary>
    public string[] Operations => operations;

    /// <summary>The matrix as given.</summary>
    public GivenMatrix Matrix => matrix;

    /// <summary>The engine's view of it.</summary>
    public CellInput<Nas101> View => new(matrix.Span, operations);

    /// <summary>A cell of the engine, in this form.</summary>
    public static GivenCell Of(Cell cell)
    {
        Span<char> digits = stackalloc char[Cell.MaxVertices * Cell.MaxVertices];
        cell.TryFormatMatrix(digits, out int written);
        string[] names = new string[cell.Vertices];
        names[0] = Input;
        names[^1] = Output;
        for (int vertex = 1; vertex < names.Length - 1; vertex++)
        {
            names[vertex] = Nas101.OperationNames[cell.GetOperation(vertex)];
        }

        return new GivenCell(GivenMatrix.ParseDigits(digits[..written])!, names);
    }

    /// <summary>The module hash, and the index of the cell of the space that has it; both look at the kept interior names only.</summary>
    /// <param name="index">The index, or -1.</param>
    /// <returns>The hash; null where the original computes none, or more vertices remain than a <see cref="Cell"/> holds.</returns>
    public ModuleHash? GetHash(out int index)
    {
        index = -1;
        if (WithProperEnds().View.CreateRaw(out Cell cell) != CellStatus.Ok)
        {
            return null;
        }

        // Within the space the hash is that of the representative, which a batch has at hand.
        index = Space<Nas101>.Locate(cell);
        return index >= 0 ? Space<Nas101>.HashAt(index)
            : ModuleHasher.TryHash(cell, out ModuleHash hash) == CellStatus.Ok ? hash
            : null;
    }

    /// <summary>The same graph with the two names at its ends put right: what the module hash sees, which does not look at them.</summary>
    private GivenCell WithProperEnds()
    {
        if (operations.Length == 0 || (operations[0] == Input && operations[^1] == Output))
        {
            return this;
        }

        string[] proper = [.. operations];
        proper[0] = Input;
        proper[^1] = Output;
        return new GivenCell(matrix, proper);
    }
}
