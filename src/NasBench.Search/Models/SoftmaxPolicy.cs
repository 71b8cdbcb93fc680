namespace NasBench.Search;

/// <summary>A policy of independent categorical variables, each with a logit for each of its values: what REINFORCE learns.</summary>
/// <remarks>For one run and one thread; nothing allocates after the start.</remarks>
internal sealed class SoftmaxPolicy
{
    private const double FirstDecay = 0.9;
    private const double SecondDecay = 0.999;
    private const double Epsilon = 1e-8;

    private readonly int[] _starts;
    private readonly double[] _logits;
    private readonly double[] _probabilities;
    private readonly double[] _first;
    private readonly double[] _second;
    private double _firstPower = 1;
    private double _secondPower = 1;

    /// <summary>Starts with logits of 0.</summary>
    public SoftmaxPolicy(ReadOnlySpan<EncodingParameter> parameters, bool isAdam)
    {
        _starts = new int[parameters.Length + 1];
        for (int i = 0; i < parameters.Length; i++)
        {
            _starts[i + 1] = _starts[i] + parameters[i].Count;
        }

        _logits = new double[_starts[^1]];
        _probabilities = new double[_starts[^1]];
        _first = new double[isAdam ? _starts[^1] : 0];
        _second = new double[_first.Length];
        Normalize();
    }

    /// <summary>All logits, those of the first variable first.</summary>
    public ReadOnlySpan<double> Logits => _logits;

    /// <summary>All probabilities, in the same order.</summary>
    public ReadOnlySpan<double> Probabilities => _probabilities;

    /// <summary>Gives each logit a normal value.</summary>
    public void Scatter(double deviation, Random random)
    {
        foreach (ref double logit in _logits.AsSpan())
        {
            logit = deviation * CategoricalDraws.Normal(random);
        }

        Normalize();
    }

    /// <summary>Draws a value for each variable.</summary>
    public void Draw(Random random, Span<double> configuration)
    {
        for (int variable = 0; variable < configuration.Length; variable++)
        {
            configuration[variable] = CategoricalDraws.Next(
                random, _probabilities.AsSpan(_starts[variable], _starts[variable + 1] - _starts[variable]), 1);
        }
    }

    /// <summary>
    /// One step along the gradient of the log-probability of a configuration, times its advantage; with the moments of Adam if the policy has them.
    /// </summary>
    public void Learn(ReadOnlySpan<double> configuration, double advantage, double rate)
    {
        _firstPower *= FirstDecay;
        _secondPower *= SecondDecay;
        for (int variable = 0; variable < configuration.Length; variable++)
        {
            int chosen = _starts[variable] + (int)configuration[variable];
            for (int i = _starts[variable]; i < _starts[variable + 1]; i++)
            {
                double gradient = advantage * ((i == chosen ? 1 : 0) - _probabilities[i]);
                _logits[i] += rate * (_first.Length == 0 ? gradient : Adapt(i, gradient));
            }
        }

        Normalize();
    }

    private double Adapt(int i, double gradient)
    {
        _first[i] = (FirstDecay * _first[i]) + ((1 - FirstDecay) * gradient);
        _second[i] = (SecondDecay * _second[i]) + ((1 - SecondDecay) * gradient * gradient);
        return _first[i] / (1 - _firstPower) / (Math.Sqrt(_second[i] / (1 - _secondPower)) + Epsilon);
    }

    private void Normalize()
    {
        for (int variable = 0; variable + 1 < _starts.Length; variable++)
        {
            int length = _starts[variable + 1] - _starts[variable];
            ReadOnlySpan<double> logits = _logits.AsSpan(_starts[variable], length);
            Span<double> probabilities = _probabilities.AsSpan(_starts[variable], length);
            double highest = logits[0];
            foreach (double logit in logits)
            {
                highest = Math.Max(highest, logit);
            }

            double sum = 0;
            for (int i = 0; i < length; i++)
            {
                probabilities[i] = Math.Exp(logits[i] - highest);
                sum += probabilities[i];
            }

            foreach (ref double probability in probabilities)
            {
                probability /= sum;
            }
        }
    }
}
