namespace NasBench.Search;

/// <summary>
/// Several networks that differ by their draws alone; mean and deviation of their predictions are the prediction (White et al., "BANANAS", 2021). The
/// deviation is divided by the number of networks.
/// </summary>
/// <remarks>Losses are in percent while networks are trained, as in naszilla: the learning rate belongs to that scale. Batches have 32 samples.</remarks>
internal sealed class NetworkEnsemble : IRegressionModel
{
    private const double Percent = 100;

    private readonly DenseNetwork?[] _networks;
    private readonly int _epochs;
    private readonly float[] _targets = new float[DenseNetwork.MaxBatch];
    private int[] _order = [];
    private int _featureCount;

    /// <summary>Describes an ensemble.</summary>
    /// <param name="size">The number of networks, at least 1.</param>
    /// <param name="epochs">How often a network sees each sample.</param>
    public NetworkEnsemble(int size, int epochs)
    {
        _networks = new DenseNetwork[size];
        _epochs = epochs;
    }

    /// <inheritdoc/>
    public void Fit(ReadOnlySpan<float> features, int featureCount, ReadOnlySpan<double> targets, Random random)
    {
        if (_featureCount != featureCount)
        {
            _featureCount = featureCount;
            for (int i = 0; i < _networks.Length; i++)
            {
                _networks[i] = new DenseNetwork(featureCount);
            }
        }

        if (_order.Length < targets.Length)
        {
            _order = new int[2 * targets.Length];
        }

        foreach (DenseNetwork? network in _networks)
        {
            Train(network!, features, targets, random);
        }
    }

    /// <inheritdoc/>
    public void Predict(ReadOnlySpan<float> features, Span<double> means, Span<double> deviations)
    {
        means.Clear();
        deviations.Clear();
        for (int first = 0; first < means.Length; first += DenseNetwork.MaxBatch)
        {
            int count = Math.Min(DenseNetwork.MaxBatch, means.Length - first);
            Span<double> mean = means.Slice(first, count);
            Span<double> deviation = deviations.Slice(first, count);
            for (int i = 0; i < _networks.Length; i++)
            {
                Add(_networks[i]!, features.Slice(first * _featureCount, count * _featureCount), i + 1, mean, deviation);
            }

            foreach (ref double squares in deviation)
            {
                squares = Math.Sqrt(squares / _networks.Length);
            }
        }
    }

    private void Train(DenseNetwork network, ReadOnlySpan<float> features, ReadOnlySpan<double> targets, Random random)
    {
        network.Initialize(random);
        Span<int> order = _order.AsSpan(0, targets.Length);
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        for (int epoch = 0; epoch < _epochs; epoch++)
        {
            for (int i = order.Length; i > 1; i--)
            {
                int other = RandomDraws.Below(random, i);
                (order[i - 1], order[other]) = (order[other], order[i - 1]);
            }

            for (int first = 0; first < order.Length; first += DenseNetwork.MaxBatch)
            {
                ReadOnlySpan<int> batch = order.Slice(first, Math.Min(DenseNetwork.MaxBatch, order.Length - first));
                for (int i = 0; i < batch.Length; i++)
                {
                    features.Slice(batch[i] * _featureCount, _featureCount).CopyTo(network.InputsOf(i));
                    _targets[i] = (float)(Percent * targets[batch[i]]);
                }

                network.Forward(batch.Length);
                network.Backward(_targets.AsSpan(0, batch.Length));
                network.Step();
            }
        }
    }

    /// <summary>Adds the predictions of a network to the means and to the sums of squared distances from them (Welford, 1962).</summary>
    private void Add(DenseNetwork network, ReadOnlySpan<float> features, int number, Span<double> means, Span<double> squares)
    {
        for (int sample = 0; sample < means.Length; sample++)
        {
            features.Slice(sample * _featureCount, _featureCount).CopyTo(network.InputsOf(sample));
        }

        network.Forward(means.Length);
        for (int sample = 0; sample < means.Length; sample++)
        {
            double value = network.OutputOf(sample) / Percent;
            double distance = value - means[sample];
            means[sample] += distance / number;
            squares[sample] += distance * (value - means[sample]);
        }
    }
}
