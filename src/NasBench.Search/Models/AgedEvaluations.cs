using System.Numerics;

namespace NasBench.Search;

/// <summary>
/// Evaluations by age, split into the good ones and the rest as TPE does: the first so many by loss, of equal losses the older, are good.
/// </summary>
/// <remarks>
/// For each value of each categorical parameter it keeps the sums that weights by age need over the rest, so that an evaluation costs a few additions, and a
/// change of the good ones some population counts over a column of bits. All sums are of whole numbers, and exact. For one run and one thread.
/// </remarks>
internal sealed class AgedEvaluations
{
    private const int WordBits = 64;

    private readonly int _parameters;
    private readonly int[] _starts;
    private readonly int _window;
    private readonly ulong[][] _columns;
    private readonly long[] _counts;
    private readonly long[] _positions;
    private readonly long[] _recent;
    private readonly List<int> _good = [];
    private byte[] _values = [];
    private double[] _losses = [];
    private ulong[] _rest = [];
    private int _restCount;
    private int _windowStart;

    /// <summary>Starts with none.</summary>
    /// <param name="valueCounts">The number of values of each parameter; at most 256.</param>
    /// <param name="window">So many of the youngest have full weight.</param>
    public AgedEvaluations(ReadOnlySpan<int> valueCounts, int window)
    {
        _parameters = valueCounts.Length;
        _starts = new int[_parameters + 1];
        for (int i = 0; i < _parameters; i++)
        {
            _starts[i + 1] = _starts[i] + valueCounts[i];
        }

        _window = window;
        _columns = new ulong[_starts[^1]][];
        Array.Fill(_columns, []);
        _counts = new long[_starts[^1]];
        _positions = new long[_starts[^1]];
        _recent = new long[_starts[^1]];
    }

    /// <summary>The number of evaluations.</summary>
    public int Count { get; private set; }

    /// <summary>The ages of the good ones, the oldest first: 0 is the first evaluation of all.</summary>
    public List<int> Good => _good;

    /// <summary>Whether an evaluation is not a good one.</summary>
    public bool IsRest(int age) => (_rest[age / WordBits] >> (age % WordBits) & 1) != 0;

    /// <summary>The value of a parameter in an evaluation.</summary>
    public int ValueOf(int age, int parameter) => _values[(age * _parameters) + parameter];

    /// <summary>Takes in an evaluation, the youngest.</summary>
    /// <param name="values">The value of each parameter.</param>
    /// <param name="loss">Its loss.</param>
    /// <param name="goodCount">How many are good from now on; never fewer than before.</param>
    public void Add(ReadOnlySpan<byte> values, double loss, int goodCount)
    {
        int age = Count++;
        Grow();
        values.CopyTo(_values.AsSpan(age * _parameters));
        _losses[age] = loss;
        for (int i = 0; i < _parameters; i++)
        {
            _columns[_starts[i] + values[i]][age / WordBits] |= 1UL << (age % WordBits);
        }

        int worst = WorstGood();
        if (worst >= 0 && loss < _losses[_good[worst]])
        {
            int displaced = _good[worst];
            _good.Add(age);
            if (_good.Count > goodCount)
            {
                _good.RemoveAt(worst);
                AddToRest(displaced);
            }
        }
        else
        {
            AddToRest(age);
        }

        while (_good.Count < goodCount && _restCount > 0)
        {
            int best = BestOfRest();
            RemoveFromRest(best);
            int place = _good.BinarySearch(best);
            _good.Insert(~place, best);
        }
    }

    /// <summary>The sum of the weights of the good ones for each value of a parameter.</summary>
    public void WeighGood(int parameter, Span<double> weights)
    {
        weights.Clear();
        bool areEqual = _good.Count <= _window;
        for (int i = 0; i < _good.Count; i++)
        {
            weights[ValueOf(_good[i], parameter)] += areEqual ? 1 : AgeWeights.Of(i, _good.Count, _window);
        }
    }

    /// <summary>The sum of the weights of the rest for each value of a parameter.</summary>
    public void WeighRest(int parameter, Span<double> weights)
    {
        int start = _starts[parameter];
        double first = AgeWeights.First(_restCount, _window);
        double step = AgeWeights.Step(_restCount, _window);
        for (int value = 0; value < weights.Length; value++)
        {
            weights[value] = _recent[start + value] + (first * _counts[start + value]) + (step * _positions[start + value]);
        }
    }

    /// <summary>The number of those that are not good.</summary>
    public int RestCount => _restCount;

    private static int Count64(ulong[] column, ulong[] mask, int from, int to)
    {
        if (from >= to)
        {
            return 0;
        }

        int first = from / WordBits;
        int last = (to - 1) / WordBits;
        ulong low = ulong.MaxValue << (from % WordBits);
        ulong high = ulong.MaxValue >> (WordBits - 1 - ((to - 1) % WordBits));
        if (first == last)
        {
            return BitOperations.PopCount(column[first] & mask[first] & low & high);
        }

        int count = BitOperations.PopCount(column[first] & mask[first] & low) + BitOperations.PopCount(column[last] & mask[last] & high);
        for (int word = first + 1; word < last; word++)
        {
            count += BitOperations.PopCount(column[word] & mask[word]);
        }

        return count;
    }

    /// <summary>The number of the rest that are no part of the window: those whose weights form the ramp.</summary>
    private int RampCount => Math.Max(_restCount - _window, 0);

    /// <summary>The place of the good one with the highest loss; of equal ones the youngest.</summary>
    private int WorstGood()
    {
        int worst = -1;
        for (int i = 0; i < _good.Count; i++)
        {
            worst = worst < 0 || _losses[_good[i]] >= _losses[_good[worst]] ? i : worst;
        }

        return worst;
    }

    private int BestOfRest()
    {
        int best = -1;
        for (int age = 0; age < Count; age++)
        {
            best = IsRest(age) && (best < 0 || _losses[age] < _losses[best]) ? age : best;
        }

        return best;
    }

    /// <summary>
    /// Those before <see cref="_windowStart"/> form the ramp, by position; those from there on are the window. When the window has one too many,
    /// its oldest becomes the last of the ramp.
    /// </summary>
    private void AddToRest(int age)
    {
        int ramp = RampCount;
        bool isFull = _restCount >= _window;
        _rest[age / WordBits] |= 1UL << (age % WordBits);
        _restCount++;
        if (!isFull)
        {
            _windowStart = Math.Min(_windowStart, age);
        }

        if (age >= _windowStart)
        {
            Sum(_recent, age, 1);
            if (isFull)
            {
                int oldest = NextOfRest(_windowStart);
                Sum(_recent, oldest, -1);
                Sum(_counts, oldest, 1);
                Sum(_positions, oldest, ramp);
                _windowStart = oldest + 1;
            }

            return;
        }

        MovePositions(age, 1);
        Sum(_counts, age, 1);
        Sum(_positions, age, Count64(_rest, _rest, 0, age));
    }

    private void RemoveFromRest(int age)
    {
        int ramp = RampCount;
        if (age < _windowStart)
        {
            Sum(_counts, age, -1);
            Sum(_positions, age, -Count64(_rest, _rest, 0, age));
            MovePositions(age, -1);
        }
        else
        {
            Sum(_recent, age, -1);
            if (ramp > 0)
            {
                int youngest = _windowStart - 1;
                while (!IsRest(youngest))
                {
                    youngest--;
                }

                Sum(_recent, youngest, 1);
                Sum(_counts, youngest, -1);
                Sum(_positions, youngest, 1 - ramp);
                _windowStart = youngest;
            }
        }

        _rest[age / WordBits] &= ~(1UL << (age % WordBits));
        _restCount--;
    }

    /// <summary>Moves the positions of those in the ramp that are younger than one.</summary>
    private void MovePositions(int age, int by)
    {
        for (int i = 0; i < _positions.Length; i++)
        {
            _positions[i] += by * Count64(_columns[i], _rest, age + 1, _windowStart);
        }
    }

    private int NextOfRest(int age)
    {
        while (!IsRest(age))
        {
            age++;
        }

        return age;
    }

    private void Sum(long[] sums, int age, int term)
    {
        for (int i = 0; i < _parameters; i++)
        {
            sums[_starts[i] + ValueOf(age, i)] += term;
        }
    }

    private void Grow()
    {
        if (Count <= _losses.Length)
        {
            return;
        }

        int size = Math.Max(2 * _losses.Length, 4 * WordBits);
        Array.Resize(ref _losses, size);
        Array.Resize(ref _values, size * _parameters);
        Array.Resize(ref _rest, size / WordBits);
        for (int i = 0; i < _columns.Length; i++)
        {
            Array.Resize(ref _columns[i], size / WordBits);
        }
    }
}
