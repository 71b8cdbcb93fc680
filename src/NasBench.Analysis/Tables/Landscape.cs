using NasBench.Data;

namespace NasBench.Analysis;

/// <summary>
/// The values of a data set as columns over the space: for each number of epochs the means over the repeats of every cell, and the single repeats. Read once,
/// it is what all numbers and pictures of the landscape are made from.
/// </summary>
/// <remarks>
/// Arrays are indexed by the index of a cell in the space, 0 to 423,623; a cell that the data lack has NaN. Immutable and thread-safe; it does not need the
/// <see cref="Dataset"/> any more, which may be disposed of. About 35 MB for each number of epochs of the whole space.
/// </remarks>
public sealed class Landscape
{
    private const int CellsInPiece = 8192;

    private readonly RunStore _store;
    private readonly EpochsColumns[] _columns;
    private readonly int[] _epochs;
    private readonly int[] _parameters;

    private Landscape(RunStore store, EpochsColumns[] columns, int[] parameters)
    {
        _store = store;
        _columns = columns;
        _epochs = Array.ConvertAll(columns, column => column.Epochs);
        _parameters = parameters;
    }

    /// <summary>The numbers of epochs that were read, ascending; at least one.</summary>
    public ReadOnlySpan<int> Epochs => _epochs;

    /// <summary>The indices of all cells of the data, ascending. A cell may lack some numbers of epochs.</summary>
    public ReadOnlySpan<int> Cells => _store.Indices;

    /// <summary>The columns of the largest number of epochs, which the contract calls E.</summary>
    public EpochsColumns Longest => _columns[^1];

    /// <summary>The columns of all numbers of epochs, ascending.</summary>
    public IReadOnlyList<EpochsColumns> Columns => _columns;

    /// <summary>
    /// Trainable parameters by index: those that the data hold, or those of the network where the data lack them; 0 for a cell that is not in the data.
    /// </summary>
    public ReadOnlySpan<int> TrainableParameters => _parameters;

    /// <summary>Where the values are, for what asks more of the data than columns.</summary>
    internal RunStore Store => _store;

    /// <summary>Reads all numbers of epochs of a data set.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The landscape.</returns>
    /// <remarks>Some tenths of a second for the whole space and four numbers of epochs; the built-in data set computes its values, which takes seconds. Up to
    /// four threads share the work, and the values do not depend on how many.</remarks>
    /// <exception cref="ArgumentException">The data set holds no run.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static Landscape Read(Dataset data, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Read(data, data.Epochs, progress, cancellationToken);
    }

    /// <summary>Reads some numbers of epochs of a data set.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="epochs">The numbers of epochs, ascending, each of which the data set has.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The landscape.</returns>
    /// <exception cref="ArgumentException">No number of epochs is given, they are not ascending, or the data set lacks one.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static Landscape Read(
        Dataset data, ReadOnlySpan<int> epochs, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        RunStore store = data.Store;
        if (epochs.IsEmpty || store.CellCount == 0)
        {
            throw new ArgumentException("The data set holds no run, so there is no landscape.", nameof(data));
        }

        int[] positions = FindPositions(store, epochs);
        cancellationToken.ThrowIfCancellationRequested();
        store.PrepareForAllCells(null, cancellationToken);
        EpochsColumns[] columns = Array.ConvertAll(positions, position => new EpochsColumns(store, position));
        int[] parameters = new int[Nas101.CellCount];
        ParallelWork.Run(
            new WorkRanges(store.CellCount, CellsInPiece),
            piece =>
            {
                ReadOnlySpan<int> cells = store.Indices[piece];
                foreach (int index in cells)
                {
                    parameters[index] = store.GetTrainableParameters(index) ?? (int)CellCosts.TrainableParametersAt(index);
                }

                foreach (EpochsColumns column in columns)
                {
                    column.Fill(store, cells);
                }
            },
            progress,
            cancellationToken);
        return new Landscape(store, columns, parameters);
    }

    /// <summary>The columns of a number of epochs.</summary>
    /// <param name="epochs">One of <see cref="Epochs"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">That number was not read.</exception>
    public EpochsColumns At(int epochs)
    {
        int position = Array.IndexOf(_epochs, epochs);
        return position >= 0
            ? _columns[position]
            : throw new ArgumentOutOfRangeException(nameof(epochs), epochs, $"The landscape has {string.Join(", ", _epochs)} epochs.");
    }

    /// <summary>The values of a column for the cells of the data, in their order: NaN where one lacks the value.</summary>
    /// <param name="column">A column of any landscape, by index.</param>
    internal double[] Gather(ReadOnlySpan<double> column)
    {
        ReadOnlySpan<int> cells = Cells;
        double[] values = new double[cells.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = column[cells[i]];
        }

        return values;
    }

    /// <summary>The module hash of a cell.</summary>
    /// <param name="index">The index of a cell that is among <see cref="Cells"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cell is not in the data.</exception>
    public ModuleHash GetHash(int index) => _store.Contains(index)
        ? _store.GetHash(index)
        : throw new ArgumentOutOfRangeException(nameof(index), index, "The data set does not hold the cell.");

    private static int[] FindPositions(RunStore store, ReadOnlySpan<int> epochs)
    {
        int[] positions = new int[epochs.Length];
        for (int i = 0; i < positions.Length; i++)
        {
            positions[i] = store.FindEpochs(epochs[i]);
            if (positions[i] < 0)
            {
                throw new ArgumentException($"The data set has no runs of {epochs[i]} epochs.", nameof(epochs));
            }

            if (i > 0 && positions[i] <= positions[i - 1])
            {
                throw new ArgumentException("Numbers of epochs must be ascending.", nameof(epochs));
            }
        }

        return positions;
    }
}
