namespace NasBench.Search.Tests.Models;

/// <summary>The network of BANANAS one number after the other, in the order of sums that its definition gives.</summary>
internal sealed class ReferenceNetwork
{
    private readonly int[] _widths;
    private readonly float[][][] _weights;
    private readonly float[][] _biases;
    private readonly List<Moments> _moments = [];
    private double _firstPower = 1;
    private double _secondPower = 1;

    public ReferenceNetwork(int inputCount, SplitMixRandom random)
    {
        _widths = [inputCount, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 1];
        _weights = new float[_widths.Length][][];
        _biases = new float[_widths.Length][];
        for (int layer = 1; layer < _widths.Length; layer++)
        {
            double limit = Math.Sqrt(6.0 / (_widths[layer - 1] + _widths[layer]));
            _biases[layer] = new float[_widths[layer]];
            _weights[layer] = new float[_widths[layer - 1]][];
            for (int input = 0; input < _widths[layer - 1]; input++)
            {
                _weights[layer][input] = new float[_widths[layer]];
                for (int unit = 0; unit < _widths[layer]; unit++)
                {
                    _weights[layer][input][unit] = (float)(limit * ((2 * random.NextDouble()) - 1));
                }
            }
        }
    }

    public float Predict(float[] inputs) => Forward(inputs)[^1][0];

    public void Train(float[][] samples, double[] targets, int epochs, SplitMixRandom random)
    {
        int[] order = [.. Enumerable.Range(0, samples.Length)];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            for (int i = order.Length; i > 1; i--)
            {
                int other = random.Next(i);
                (order[i - 1], order[other]) = (order[other], order[i - 1]);
            }

            foreach (int[] batch in order.Chunk(32))
            {
                Step([.. batch.Select(sample => samples[sample])], [.. batch.Select(sample => (float)(100 * targets[sample]))]);
            }
        }
    }

    private float[][] Forward(float[] inputs)
    {
        float[][] values = new float[_widths.Length][];
        values[0] = inputs;
        for (int layer = 1; layer < _widths.Length; layer++)
        {
            values[layer] = new float[_widths[layer]];
            for (int unit = 0; unit < _widths[layer]; unit++)
            {
                float sum = _biases[layer][unit];
                for (int input = 0; input < _widths[layer - 1]; input++)
                {
                    sum = MathF.FusedMultiplyAdd(values[layer - 1][input], _weights[layer][input][unit], sum);
                }

                values[layer][unit] = layer == _widths.Length - 1 ? sum : Math.Max(sum, 0);
            }
        }

        return values;
    }

    private void Step(float[][] samples, float[] targets)
    {
        _firstPower *= 0.9f;
        _secondPower *= 0.99f;
        float[][][] values = [.. samples.Select(Forward)];
        float[][] slopes = [.. values.Select((value, sample) => new[] { Math.Sign(value[^1][0] - targets[sample]) / (float)samples.Length })];
        int place = 0;
        for (int layer = _widths.Length - 1; layer > 0; layer--)
        {
            float[][] inner = [.. samples.Select(_ => new float[_widths[layer - 1]])];
            for (int sample = 0; sample < samples.Length; sample++)
            {
                for (int input = 0; input < _widths[layer - 1]; input++)
                {
                    float sum = 0;
                    for (int unit = 0; unit < _widths[layer]; unit++)
                    {
                        sum = MathF.FusedMultiplyAdd(slopes[sample][unit], _weights[layer][input][unit], sum);
                    }

                    inner[sample][input] = values[sample][layer - 1][input] > 0 ? sum : 0;
                }
            }

            for (int unit = 0; unit < _widths[layer]; unit++)
            {
                float bias = 0;
                for (int sample = 0; sample < samples.Length; sample++)
                {
                    bias += slopes[sample][unit];
                }

                Change(ref _biases[layer][unit], bias, place++);
                for (int input = 0; input < _widths[layer - 1]; input++)
                {
                    float weight = 0;
                    for (int sample = 0; sample < samples.Length; sample++)
                    {
                        weight = MathF.FusedMultiplyAdd(values[sample][layer - 1][input], slopes[sample][unit], weight);
                    }

                    Change(ref _weights[layer][input][unit], weight, place++);
                }
            }

            slopes = inner;
        }
    }

    private void Change(ref float parameter, float slope, int place)
    {
        if (place == _moments.Count)
        {
            _moments.Add(new Moments());
        }

        Moments moments = _moments[place];
        moments.First = (0.9f * moments.First) + ((1 - 0.9f) * slope);
        moments.Second = (0.99f * moments.Second) + ((1 - 0.99f) * (slope * slope));
        float rate = (float)(0.01 * Math.Sqrt(1 - _secondPower) / (1 - _firstPower));
        parameter -= rate * moments.First / (MathF.Sqrt(moments.Second) + 1e-7f);
    }

    private sealed class Moments
    {
        public float First { get; set; }

        public float Second { get; set; }
    }
}
