using NasBench.Data;

namespace NasBench.Search;

/// <summary>What a strategy wants to know: the value of a cell after some training.</summary>
/// <param name="Cell">The cell, raw as the strategy has it.</param>
/// <param name="Index">The index of its class; -1 for a cell that is not valid. An invalid one costs nothing and is answered with a loss of 1.</param>
/// <param name="Epochs">The number of epochs; the data must hold it.</param>
/// <param name="Point">Halfway or at the end.</param>
/// <param name="Token">Whatever the strategy wants to find again when it is told the answer.</param>
public readonly record struct Proposal(Cell Cell, int Index, int Epochs, EvaluationPoint Point = EvaluationPoint.Final, ulong Token = 0)
{
    /// <summary>Whether the cell is one of the space.</summary>
    public bool IsValid => Index >= 0;

    /// <summary>Proposes a cell; locates it.</summary>
    /// <param name="cell">A cell.</param>
    /// <param name="epochs">The number of epochs.</param>
    /// <returns>The proposal.</returns>
    public static Proposal Of(Cell cell, int epochs) => new(cell, Nas101.Locate(cell), epochs);
}
