namespace NasBench.Search;

/// <summary>
/// The network of BANANAS: ten hidden layers of twenty rectified units, all connected to the layer before, and one output; the mean absolute error is made
/// small by Adam (White et al., "BANANAS", 2021; naszilla's <c>meta_neural_net.py</c>: learning rate 0.01, β1 0.9, β2 0.99).
/// </summary>
/// <remarks>
/// Results are the same on every machine: see <see cref="MatrixProduct"/> and <see cref="Adam"/>. After it was made, a network allocates nothing. For one
/// thread.
/// </remarks>
internal sealed class DenseNetwork
{
    /// <summary>The most samples of a batch.</summary>
    public const int MaxBatch = 32;

    private const int HiddenLayers = 10;
    private const int HiddenWidth = 20;

    private readonly int[] _widths;
    private readonly float[] _parameters;
    private readonly float[] _gradient;
    private readonly Adam _adam;

    // Of each layer the values of its units, [sample, unit], and how the error changes with them.
    private readonly float[][] _values;
    private readonly float[][] _slopes;
    private readonly float[] _turned;

    /// <summary>Makes a network; <see cref="Initialize"/> draws its parameters.</summary>
    /// <param name="inputCount">The number of inputs, at least 1.</param>
    public DenseNetwork(int inputCount)
    {
        _widths = [inputCount, .. Enumerable.Repeat(HiddenWidth, HiddenLayers), 1];
        int count = 0;
        int largest = 0;
        for (int layer = 1; layer < _widths.Length; layer++)
        {
            count += WeightCount(layer) + Stride(layer);
            largest = Math.Max(largest, Stride(layer - 1) * Stride(layer));
        }

        _parameters = new float[count];
        _gradient = new float[count];
        _adam = new Adam(count, learningRate: 0.01, firstDecay: 0.9f, secondDecay: 0.99f);
        _values = new float[_widths.Length][];
        _slopes = new float[_widths.Length][];
        for (int layer = 0; layer < _widths.Length; layer++)
        {
            _values[layer] = new float[MaxBatch * Stride(layer)];
            _slopes[layer] = new float[MaxBatch * Stride(layer)];
        }

        _turned = new float[largest];
    }

    /// <summary>The parameters: of each layer the weights [input, unit], then the biases, with units and inputs filled up to whole blocks.</summary>
    public Span<float> Parameters => _parameters;

    /// <summary>How the error changes with each parameter, after <see cref="Backward"/>.</summary>
    public ReadOnlySpan<float> Gradient => _gradient;

    /// <summary>The inputs of a sample of the batch.</summary>
    public Span<float> InputsOf(int sample) => _values[0].AsSpan(sample * Stride(0), _widths[0]);

    /// <summary>The output for a sample of the batch, after <see cref="Forward"/>.</summary>
    public float OutputOf(int sample) => _values[^1][sample * Stride(_widths.Length - 1)];

    /// <summary>Draws the weights uniformly within ±√(6 / (inputs + units)) of each layer (Glorot and Bengio, 2010); biases are 0.</summary>
    public void Initialize(Random random)
    {
        Array.Clear(_parameters);
        _adam.Reset();
        int place = 0;
        for (int layer = 1; layer < _widths.Length; layer++)
        {
            double limit = Math.Sqrt(6.0 / (_widths[layer - 1] + _widths[layer]));
            for (int input = 0; input < _widths[layer - 1]; input++)
            {
                foreach (ref float weight in _parameters.AsSpan(place + (input * Stride(layer)), _widths[layer]))
                {
                    weight = (float)(limit * ((2 * CategoricalDraws.Unit(random)) - 1));
                }
            }

            place += WeightCount(layer) + Stride(layer);
        }
    }

    /// <summary>Computes the outputs for the first samples of the batch.</summary>
    public void Forward(int samples)
    {
        int rows = MatrixProduct.FillUp(samples);
        int place = 0;
        for (int layer = 1; layer < _widths.Length; layer++)
        {
            int stride = Stride(layer);
            ReadOnlySpan<float> biases = _parameters.AsSpan(place + WeightCount(layer), stride);
            Span<float> values = _values[layer].AsSpan(0, rows * stride);
            for (int row = 0; row < rows; row++)
            {
                biases.CopyTo(values[(row * stride)..]);
            }

            MatrixProduct.Add(
                _values[layer - 1], Stride(layer - 1), 1, _parameters.AsSpan(place, WeightCount(layer)), values, rows, _widths[layer - 1], stride);
            if (layer < _widths.Length - 1)
            {
                Rectify(values);
            }

            place += WeightCount(layer) + stride;
        }
    }

    /// <summary>Computes the gradient of the mean absolute error of the samples of <see cref="Forward"/>.</summary>
    /// <param name="targets">The target of each sample.</param>
    public void Backward(ReadOnlySpan<float> targets)
    {
        int rows = MatrixProduct.FillUp(targets.Length);
        int last = _widths.Length - 1;
        Array.Clear(_slopes[last]);
        for (int sample = 0; sample < targets.Length; sample++)
        {
            _slopes[last][sample * Stride(last)] = MathF.Sign(OutputOf(sample) - targets[sample]) / (float)targets.Length;
        }

        Array.Clear(_gradient);
        int place = _parameters.Length;
        for (int layer = last; layer > 0; layer--)
        {
            int stride = Stride(layer);
            int before = Stride(layer - 1);
            place -= WeightCount(layer) + stride;
            ReadOnlySpan<float> slopes = _slopes[layer].AsSpan(0, rows * stride);
            MatrixProduct.Add(_values[layer - 1], 1, before, slopes, _gradient.AsSpan(place), before, targets.Length, stride);
            SumRows(slopes, targets.Length, _gradient.AsSpan(place + WeightCount(layer), stride));
            if (layer > 1)
            {
                Span<float> inner = _slopes[layer - 1].AsSpan(0, rows * before);
                inner.Clear();
                Turn(_parameters.AsSpan(place, WeightCount(layer)), before, stride);
                MatrixProduct.Add(slopes, stride, 1, _turned, inner, rows, _widths[layer], before);
                KeepWhereOn(inner, _values[layer - 1]);
            }
        }
    }

    /// <summary>Changes the parameters by a step of Adam along the last gradient.</summary>
    public void Step() => _adam.Step(_parameters, _gradient);

    private static void Rectify(Span<float> values)
    {
        foreach (ref float value in values)
        {
            value = value > 0 ? value : 0;
        }
    }

    /// <summary>A unit that is off does not change with what it is connected to.</summary>
    private static void KeepWhereOn(Span<float> slopes, ReadOnlySpan<float> values)
    {
        for (int i = 0; i < slopes.Length; i++)
        {
            slopes[i] = values[i] > 0 ? slopes[i] : 0;
        }
    }

    private static void SumRows(ReadOnlySpan<float> slopes, int rows, Span<float> sums)
    {
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> line = slopes.Slice(row * sums.Length, sums.Length);
            for (int unit = 0; unit < sums.Length; unit++)
            {
                sums[unit] += line[unit];
            }
        }
    }

    /// <summary>The width of a layer as it lies in memory.</summary>
    private int Stride(int layer) => MatrixProduct.FillUp(_widths[layer]);

    private int WeightCount(int layer) => Stride(layer - 1) * Stride(layer);

    /// <summary>Turns the weights [input, unit] into [unit, input].</summary>
    private void Turn(ReadOnlySpan<float> weights, int inputs, int units)
    {
        for (int input = 0; input < inputs; input++)
        {
            for (int unit = 0; unit < units; unit++)
            {
                _turned[(unit * inputs) + input] = weights[(input * units) + unit];
            }
        }
    }
}
