using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NasBench.Search;

/// <summary>
/// The optimizer Adam (Kingma and Ba, 2015) as Keras has it: the bias of both moments is corrected in the learning rate, and ε is added to the root as it is.
/// </summary>
/// <remarks>Products and sums are rounded one by one, so that results are the same on every machine.</remarks>
internal sealed class Adam
{
    private const float Epsilon = 1e-7f;

    private readonly double _learningRate;
    private readonly float _firstDecay;
    private readonly float _secondDecay;
    private readonly float[] _first;
    private readonly float[] _second;
    private double _firstPower;
    private double _secondPower;

    /// <summary>Starts.</summary>
    /// <param name="count">The number of parameters; whole blocks of eight.</param>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="firstDecay">How much of the mean gradient is kept in a step, β1.</param>
    /// <param name="secondDecay">How much of the mean square is kept in a step, β2.</param>
    public Adam(int count, double learningRate, float firstDecay, float secondDecay)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(count % Vector256<float>.Count, 0, nameof(count));
        _learningRate = learningRate;
        _firstDecay = firstDecay;
        _secondDecay = secondDecay;
        _first = new float[count];
        _second = new float[count];
        Reset();
    }

    /// <summary>Forgets all steps.</summary>
    public void Reset()
    {
        Array.Clear(_first);
        Array.Clear(_second);
        _firstPower = 1;
        _secondPower = 1;
    }

    /// <summary>Does a step against the gradient.</summary>
    /// <param name="parameters">The parameters, which are changed.</param>
    /// <param name="gradient">The gradient.</param>
    public void Step(Span<float> parameters, ReadOnlySpan<float> gradient)
    {
        _firstPower *= _firstDecay;
        _secondPower *= _secondDecay;
        Vector256<float> rate = Vector256.Create((float)(_learningRate * Math.Sqrt(1 - _secondPower) / (1 - _firstPower)));
        Vector256<float> keepFirst = Vector256.Create(_firstDecay);
        Vector256<float> takeFirst = Vector256.Create(1 - _firstDecay);
        Vector256<float> keepSecond = Vector256.Create(_secondDecay);
        Vector256<float> takeSecond = Vector256.Create(1 - _secondDecay);
        Vector256<float> epsilon = Vector256.Create(Epsilon);
        Span<Vector256<float>> values = MemoryMarshal.Cast<float, Vector256<float>>(parameters);
        ReadOnlySpan<Vector256<float>> slopes = MemoryMarshal.Cast<float, Vector256<float>>(gradient);
        Span<Vector256<float>> first = MemoryMarshal.Cast<float, Vector256<float>>(_first.AsSpan());
        Span<Vector256<float>> second = MemoryMarshal.Cast<float, Vector256<float>>(_second.AsSpan());
        for (int i = 0; i < values.Length; i++)
        {
            Vector256<float> slope = slopes[i];
            Vector256<float> mean = (keepFirst * first[i]) + (takeFirst * slope);
            Vector256<float> square = (keepSecond * second[i]) + (takeSecond * (slope * slope));
            first[i] = mean;
            second[i] = square;
            values[i] -= rate * mean / (Vector256.Sqrt(square) + epsilon);
        }
    }
}
