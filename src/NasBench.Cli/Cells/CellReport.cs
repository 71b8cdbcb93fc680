using System.Buffers;

namespace NasBench.Cli;

/// <summary>Everything about a cell that needs no data set; the fields of <c>inspect</c>.</summary>
internal sealed record CellReport
{
    /// <summary>Whether the input reaches the output.</summary>
    public bool ValidSpec { get; private init; }

    /// <summary>The pruned matrix as digits, row by row.</summary>
    public string? PrunedMatrix { get; private init; }

    /// <summary>The names of the kept vertices, as given.</summary>
    public string[]? PrunedOperations { get; private init; }

    /// <summary>Vertices after pruning.</summary>
    public int? Vertices { get; private init; }

    /// <summary>Edges after pruning.</summary>
    public int? Edges { get; private init; }

    /// <summary>What the original computes, which ignores the first and the last name.</summary>
    public ModuleHash? Hash { get; private init; }

    /// <summary>Whether the cell lies within the space, by the original's rules.</summary>
    public bool IsValid { get; private init; }

    /// <summary>Why the cell is not valid.</summary>
    public string? Error { get; private init; }

    /// <summary>Whether <see cref="Hash"/> is one of the space.</summary>
    public bool InSpace { get; private init; }

    /// <summary>Position in the space.</summary>
    public int? Index { get; private init; }

    /// <summary>Trainable parameters of the representative, which is what data sets store.</summary>
    public long? TrainableParameters { get; private init; }

    /// <summary>Multiply-adds of the representative.</summary>
    public long? Flops { get; private init; }

    /// <summary>Looks at a cell of any size with any names.</summary>
    public static CellReport Of(GivenCell cell)
    {
        string? error = cell.View.Describe();
        int[] kept = ArrayPool<int>.Shared.Rent(Math.Max(cell.Operations.Length, 1));
        int vertices = cell.View.Prune(kept);
        CellReport report = vertices == 0 ? new CellReport { Error = error } : Of(cell, kept.AsSpan(0, vertices), error);
        ArrayPool<int>.Shared.Return(kept);
        return report;
    }

    private static CellReport Of(GivenCell cell, ReadOnlySpan<int> kept, string? error)
    {
        (string matrix, int edges) = PrunedDigits(cell, kept);
        CellReport report = new()
        {
            ValidSpec = true,
            PrunedMatrix = matrix,
            PrunedOperations = PrunedNames(cell, kept),
            Vertices = kept.Length,
            Edges = edges,
            IsValid = error is null,
            Error = error,
        };

        if (cell.GetHash(out int index) is not { } hash)
        {
            return report;
        }

        report = report with { Hash = hash, InSpace = index >= 0 };
        return error is not null || index < 0
            ? report
            : report with { Index = index, TrainableParameters = CellCosts.TrainableParametersAt(index), Flops = CellCosts.FlopsAt(index) };
    }

    private static (string Digits, int Edges) PrunedDigits(GivenCell cell, ReadOnlySpan<int> kept)
    {
        int size = kept.Length;
        char[] digits = new char[size * size];
        int edges = 0;
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column < size; column++)
            {
                int entry = cell.Matrix.Span[kept[row], kept[column]];
                digits[(row * size) + column] = (char)('0' + entry);
                edges += entry;
            }
        }

        return (new string(digits), edges);
    }

    private static string[] PrunedNames(GivenCell cell, ReadOnlySpan<int> kept)
    {
        string[] names = new string[kept.Length];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = cell.Operations[kept[i]];
        }

        return names;
    }
}
