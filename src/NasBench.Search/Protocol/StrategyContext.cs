namespace NasBench.Search;

/// <summary>What a strategy has to work with: random numbers, the encoding, its settings, what the data hold, and how much of the budget is spent.</summary>
public sealed class StrategyContext
{
    private readonly int[] _epochs;

    /// <summary>Describes a run to its strategy.</summary>
    /// <param name="encoding">What the strategy searches in.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="epochs">The numbers of epochs that the data hold, ascending; at least one.</param>
    /// <param name="random">Makes the draws of proposals.</param>
    /// <param name="modelRandom">Makes the draws of models, so that a model with more or fewer of them leaves the proposals as they are.</param>
    public StrategyContext(SearchEncoding encoding, StrategySettings settings, ReadOnlySpan<int> epochs, Random random, Random modelRandom)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(modelRandom);
        ArgumentOutOfRangeException.ThrowIfZero(epochs.Length, nameof(epochs));
        Encoding = encoding;
        Settings = settings;
        _epochs = epochs.ToArray();
        Random = random;
        ModelRandom = modelRandom;
    }

    /// <summary>What the strategy searches in.</summary>
    public SearchEncoding Encoding { get; }

    /// <summary>The strategy's settings.</summary>
    public StrategySettings Settings { get; }

    /// <summary>The numbers of epochs that the data hold, ascending.</summary>
    public ReadOnlySpan<int> Epochs => _epochs;

    /// <summary>
    /// The number of epochs that a strategy with one fidelity trains: the setting <c>epochs</c>, or the largest number of the data where it is 0.
    /// </summary>
    public int FullEpochs
    {
        get
        {
            int epochs = Settings.Has("epochs") ? Settings.Integer("epochs") : 0;
            return epochs > 0 ? epochs : _epochs[^1];
        }
    }

    /// <summary>Makes the draws of proposals. The same seed gives the same draws on every machine.</summary>
    public Random Random { get; }

    /// <summary>Makes the draws of models.</summary>
    public Random ModelRandom { get; }

    /// <summary>The generators of the original's notebook where its runs are to be replayed; they take the place of the two above.</summary>
    internal NotebookStreams? Notebook { get; init; }

    /// <summary>The part of the budget that is spent, from 0; above 1 once the last evaluation has passed it.</summary>
    public double SpentPart { get; internal set; }

    /// <summary>What the run wants.</summary>
    public SearchObjectives Objectives { get; init; }

    /// <summary>The number of simulated workers: proposals that can be open at the same time.</summary>
    public int Workers { get; init; } = 1;
}
