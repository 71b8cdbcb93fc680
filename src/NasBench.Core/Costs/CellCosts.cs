namespace NasBench;

/// <summary>What a network built from a cell of NAS-Bench-101 costs, without any data: trainable parameters and multiply-adds.</summary>
/// <remarks>
/// <para>
/// Each edge from the input ends in a 1x1 convolution (a projection) to the channels of its target; sums, truncations and concatenation are free.
/// A convolution k x k from a to b channels has k*k*a*b weights, no bias, and 2b parameters of its batch normalisation.
/// </para>
/// <para>
/// Channels are rounded in vertex order, so isomorphic cells can differ in parameters. Data sets hold the network of the representative, which
/// <see cref="TrainableParametersAt"/> counts; the other members count the cell as given.
/// </para>
/// <para>Thread-safe; allocates nothing; a microsecond or two per cell, unless a member says otherwise.</para>
/// </remarks>
public static class CellCosts
{
    /// <summary>The trainable parameters that a data set gives for an index: those of its representative in the standard network.</summary>
    /// <param name="index">An index of <see cref="Nas101"/>.</param>
    /// <returns>The number of parameters: 227,274 to 49,979,274.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The index is not in the space.</exception>
    public static long TrainableParametersAt(int index) => Measure(Space<Nas101>.CellAt(index)).Parameters;

    /// <summary>The trainable parameters of every index, as <see cref="TrainableParametersAt"/> gives them one by one.</summary>
    /// <param name="parameters">Receives them in the order of indices; at least as many entries as <see cref="Nas101"/> has cells.</param>
    /// <exception cref="ArgumentException">The span is too short.</exception>
    /// <remarks>A few milliseconds for the whole space: operations are added up for each topology, not for each cell.</remarks>
    public static void FillTrainableParameters(Span<int> parameters)
    {
        if (parameters.Length < Nas101.CellCount)
        {
            throw new ArgumentException($"needs {Nas101.CellCount} entries, has {parameters.Length}", nameof(parameters));
        }

        for (int number = 0; number < Nas101.ClassTopologies.Length; number++)
        {
            var cells = new ClassCells<Nas101>(number);
            Cell first = Cell.Pack<Nas101>(cells.Vertices, cells.AdjacencyBits, cells.Labellings[0]);
            TopologyCosts.TryMeasure(first, NetworkShape.Standard, out TopologyCosts costs);
            costs.Fill(cells.Labellings, parameters[cells.FirstIndex..]);
        }
    }

    /// <summary>The multiply-adds of one inference of an index: those of its representative in the standard network. See <see cref="TryGetFlops"/>.</summary>
    /// <param name="index">An index of <see cref="Nas101"/>.</param>
    /// <returns>The number of multiply-adds.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The index is not in the space.</exception>
    public static long FlopsAt(int index) => Measure(Space<Nas101>.CellAt(index)).Flops;

    /// <summary>The trainable parameters of the network built from a cell as given, after pruning.</summary>
    /// <param name="cell">A cell with the operations of <see cref="Nas101"/>, also one over its limit on edges.</param>
    /// <param name="shape">The network around it.</param>
    /// <param name="parameters">The number of parameters, or 0.</param>
    /// <returns>
    /// <see cref="CellStatus.Ok"/>; <see cref="CellStatus.OtherSpace"/>; <see cref="CellStatus.Disconnected"/>;
    /// <see cref="CellStatus.UnknownOperation"/>; <see cref="CellStatus.TooFewChannels"/> where the original would refuse to build the network because
    /// a vertex would get no channel, or fewer than one that it feeds.
    /// </returns>
    public static CellStatus TryGetTrainableParameters(Cell cell, in NetworkShape shape, out long parameters)
    {
        CellStatus status = TryMeasure(cell, shape, out NetworkCosts costs);
        parameters = costs.Parameters;
        return status;
    }

    /// <summary>The multiply-adds of one inference of the network built from a cell as given, after pruning.</summary>
    /// <param name="cell">A cell with the operations of <see cref="Nas101"/>, also one over its limit on edges.</param>
    /// <param name="shape">The network around it.</param>
    /// <param name="flops">The number of multiply-adds of convolutions and the dense layer, one multiply-add counted once, everything else 0; or 0.</param>
    /// <returns>As <see cref="TryGetTrainableParameters"/>.</returns>
    public static CellStatus TryGetFlops(Cell cell, in NetworkShape shape, out long flops)
    {
        CellStatus status = TryMeasure(cell, shape, out NetworkCosts costs);
        flops = costs.Flops;
        return status;
    }

    /// <summary>How the channels of a cell are shared among its vertices (<c>compute_vertex_channels</c> of the original).</summary>
    /// <param name="cell">A cell; it is pruned first.</param>
    /// <param name="inputChannels">Channels that enter the cell.</param>
    /// <param name="outputChannels">Channels that leave it.</param>
    /// <param name="channels">Receives the channels of each vertex of the pruned cell; at least that many entries (7 always suffice).</param>
    /// <returns>
    /// <see langword="false"/> where the cell is of another space or disconnected, or one of the original's assertions fails (a vertex without a channel,
    /// or with fewer than one that it feeds).
    /// </returns>
    /// <exception cref="ArgumentException">The span is too short.</exception>
    public static bool TryGetVertexChannels(Cell cell, int inputChannels, int outputChannels, Span<int> channels)
    {
        if (!cell.IsOf<Nas101>() || !cell.TryPrune(out Cell pruned))
        {
            return false;
        }

        if (channels.Length < pruned.Vertices)
        {
            throw new ArgumentException($"needs {pruned.Vertices} entries, has {channels.Length}", nameof(channels));
        }

        return VertexChannels.TryCompute(pruned, inputChannels, outputChannels, channels);
    }

    private static NetworkCosts Measure(Cell representative)
    {
        NetworkCosts.TryMeasure(representative, NetworkShape.Standard, out NetworkCosts costs);
        return costs;
    }

    private static CellStatus TryMeasure(Cell cell, in NetworkShape shape, out NetworkCosts costs)
    {
        costs = default;
        if (!cell.IsOf<Nas101>())
        {
            return CellStatus.OtherSpace;
        }

        if (!cell.TryPrune(out Cell pruned))
        {
            return CellStatus.Disconnected;
        }

        if (!pruned.HasOnlyKnownOperations(Nas101.OperationCount))
        {
            return CellStatus.UnknownOperation;
        }

        return NetworkCosts.TryMeasure(pruned, shape, out costs) ? CellStatus.Ok : CellStatus.TooFewChannels;
    }
}
