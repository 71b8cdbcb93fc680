using System.Runtime.CompilerServices;

namespace NasBench;

public readonly partial struct Cell
{
    /// <summary>Checks the cell against the rules of NAS-Bench-101. See <see cref="Validate{TSpace}"/>.</summary>
    /// <returns><see cref="CellStatus.Ok"/> exactly for the cells of the space.</returns>
    public CellStatus Validate() => Validate<Nas101>();

    /// <summary>Checks the cell against the rules of a space, in the order of the original's <c>_check_spec</c>; limits count after pruning.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <returns>
    /// <see cref="CellStatus.Ok"/> exactly for the cells of the space; <see cref="CellStatus.OtherSpace"/> for a cell of another one; else the first rule
    /// that is broken.
    /// </returns>
    public CellStatus Validate<TSpace>()
        where TSpace : ISearchSpace<TSpace>
    {
        if (!IsOf<TSpace>())
        {
            return CellStatus.OtherSpace;
        }

        if (!TryPrune(out Cell pruned))
        {
            return CellStatus.Disconnected;
        }

        if (pruned.Vertices > TSpace.MaxVertices)
        {
            return CellStatus.TooManyVertices;
        }

        if (pruned.EdgeCount > TSpace.MaxEdges)
        {
            return CellStatus.TooManyEdges;
        }

        if (!FirstIsInput)
        {
            return CellStatus.FirstNotInput;
        }

        if (!LastIsOutput)
        {
            return CellStatus.LastNotOutput;
        }

        return pruned.HasOnlyKnownOperations(TSpace.OperationCount) ? CellStatus.Ok : CellStatus.UnknownOperation;
    }

    /// <summary>Says in words why the cell does not lie in NAS-Bench-101. See <see cref="Describe{TSpace}"/>.</summary>
    /// <returns>The message, or <see langword="null"/> for a valid cell.</returns>
    public string? Describe() => Describe<Nas101>();

    /// <summary>Says in words why the cell does not lie in a space: the original's message wherever it has one, with the count and the limit.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <returns>The message, or <see langword="null"/> for a valid cell. Allocates it.</returns>
    public string? Describe<TSpace>()
        where TSpace : ISearchSpace<TSpace>
    {
        CellStatus status = Validate<TSpace>();
        if (status == CellStatus.OtherSpace)
        {
            return CellErrors.FormatOtherSpace<TSpace>(CellTextWriter.OwnNames(this));
        }

        TryPrune(out Cell pruned);
        return status == CellStatus.Ok ? null : CellErrors.Format<TSpace>(status, pruned.Vertices, pruned.EdgeCount, CellErrors.UnknownName);
    }

    /// <summary>Whether all interior operation codes are below a count.</summary>
    internal bool HasOnlyKnownOperations(int operationCount)
    {
        for (int vertex = 1; vertex < Vertices - 1; vertex++)
        {
            if (OperationAt(vertex) >= operationCount)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The interior vertices whose code is not below the operation count of a space: bit i for vertex i + 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint FindUnknownOperations<TSpace>(uint operations)
        where TSpace : ISearchSpace<TSpace>
    {
        uint unknown = 0;
        for (int i = 0; i < MaxInteriorVertices; i++)
        {
            uint operation = (operations >> (OperationWidth * i)) & OperationMask;
            unknown |= (((uint)TSpace.OperationCount - 1 - operation) >> 31) << i;
        }

        return unknown;
    }
}
