namespace NasBench.Data;

/// <summary>The metrics of trained cells: what each repeat measured, by cell and number of epochs.</summary>
/// <remarks>
/// <para>
/// A cell is named by its index in the space of NAS-Bench-101, by any <see cref="Cell"/> isomorphic to it, or by its module hash.
/// Values are those of the file to the last bit; one that the file lacks is NaN. A data set may hold any part of the space, any numbers
/// of epochs and any number of repeats, which are numbered from 0 in the order of the file.
/// </para>
/// <para>
/// Immutable and thread-safe. Queries allocate nothing and cost some tens of nanoseconds besides locating the cell. After <see cref="Dispose"/> every member
/// throws <see cref="ObjectDisposedException"/>; a query that is running on another thread still ends well.
/// </para>
/// </remarks>
public sealed partial class Dataset : IDisposable
{
    private volatile RunStore? _store;

    /// <summary>The file that the opened file says it was made from.</summary>
    private readonly CompactSource? _source;

    internal Dataset(OpenedData opened)
    {
        _store = opened.Store;
        _source = opened.Source;
        Provenance = opened.Provenance;
        Report = opened.Report;
    }

    /// <summary>The numbers of epochs for which the data set has repeats, ascending. A single cell may lack some of them.</summary>
    public ReadOnlySpan<int> Epochs => Store.Epochs;

    /// <summary>The most repeats that any cell has at any number of epochs.</summary>
    public int MaxRepeats => Store.MaxRepeats;

    /// <summary>The number of cells, 0 to 423,624.</summary>
    public int CellCount => Store.CellCount;

    /// <summary>The number of repeats in the data set, of all cells together: as many as its file has records.</summary>
    public long RecordCount => Store.RecordCount;

    /// <summary>
    /// Where the values come from, as far as the file says so: <see cref="Provenance.Unknown"/> for a TFRecord, which says nothing.
    /// <see cref="FindProvenance"/> finds out more, <see cref="TryGetProvenance(int, int, int, out Provenance)"/> answers for one run.
    /// </summary>
    public Provenance Provenance { get; }

    /// <summary>How opening the file went.</summary>
    public OpenReport Report { get; }

    /// <summary>The indices of the cells, ascending. Valid after <see cref="Dispose"/> too.</summary>
    public ReadOnlySpan<int> Indices => Store.Indices;

    /// <summary>Where the values are.</summary>
    internal RunStore Store => _store ?? ThrowDisposed();

    /// <summary>The indices of the cells in ascending order of their module hashes, the order of the original's iterator and of written files.</summary>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <remarks>The first call sorts, up to some tenths of a second for the whole space; later calls answer at once.</remarks>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public ReadOnlySpan<int> GetIndicesByHash(IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        Store.SortByHash(progress, cancellationToken);

    /// <summary>Finds out where the values come from, if the file does not say so: whether all of them are made up.</summary>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>
    /// <see cref="Provenance"/> where it is known already; <see cref="Provenance.Synthetic"/> if every value of every record, those that queries never show
    /// included, equals the formula of <see cref="SyntheticMetrics"/>; else <see cref="Provenance.Unknown"/>.
    /// </returns>
    /// <remarks>
    /// A second or less for the whole space at 108 epochs if it is synthetic; once a value is not, little more is looked at. Up to four threads share the work.
    /// <see cref="OfficialFiles"/> tells measured values by their file.
    /// </remarks>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public Provenance FindProvenance(IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        RunStore store = Store;
        if (Provenance != Provenance.Unknown || store.RecordCount == 0)
        {
            return Provenance;
        }

        return SyntheticComparison.IsSynthetic(store, progress, cancellationToken) ? Provenance.Synthetic : Provenance.Unknown;
    }

    /// <summary>Whether the data set holds anything of a cell. Any integer may be asked for.</summary>
    public bool Contains(int index) => Store.Contains(index);

    /// <summary>The number of repeats of a cell at a number of epochs; 0 where there is no such cell or no such number of epochs.</summary>
    public int GetRepeatCount(int index, int epochs)
    {
        RunStore store = Store;
        int position = store.FindEpochs(epochs);
        return position < 0 ? 0 : store.GetRepeatCount(index, position);
    }

    /// <summary>The module hash of a cell in the data.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The data set does not hold the cell, or the index is not in the space.</exception>
    public ModuleHash GetHash(int index) => StoreHolding(index).GetHash(index);

    /// <summary>The graph that the data set holds for a cell: the class's representative, unless the file stores another one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The data set does not hold the cell, or the index is not in the space.</exception>
    public Cell GetStoredCell(int index) => StoreHolding(index).GetCell(index);

    /// <summary>The trainable parameters that the data set holds for a cell; null where the file lacks them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The data set does not hold the cell, or the index is not in the space.</exception>
    public int? GetTrainableParameters(int index) => StoreHolding(index).GetTrainableParameters(index);

    /// <summary>Frees the data. Later calls throw <see cref="ObjectDisposedException"/>; running ones, of any thread, end well.</summary>
    public void Dispose() => _store = null;

    private RunStore StoreHolding(int index)
    {
        RunStore store = Store;
        if (!store.Contains(index))
        {
            ThrowIfOutside(index);
            throw new ArgumentOutOfRangeException(nameof(index), index, "The cell is in the space, but the data set holds nothing of it.");
        }

        return store;
    }

    private RunStore ThrowDisposed() => throw new ObjectDisposedException(nameof(Dataset));
}
