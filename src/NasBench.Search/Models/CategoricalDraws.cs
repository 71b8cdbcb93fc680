namespace NasBench.Search;

/// <summary>Draws from a table of probabilities.</summary>
internal static class CategoricalDraws
{
    /// <summary>Draws a value with its weight's part of the sum of all; one number in [0, 1) is used.</summary>
    /// <param name="random">Makes the draw.</param>
    /// <param name="weights">Weights, none negative.</param>
    /// <param name="sum">Their sum.</param>
    public static int Next(Random random, ReadOnlySpan<double> weights, double sum)
    {
        double rest = Unit(random) * sum;
        int value = 0;
        while (value < weights.Length - 1 && rest >= weights[value])
        {
            rest -= weights[value++];
        }

        return value;
    }

    /// <summary>Draws a number in [0, 1), without a virtual call where the generator is ours.</summary>
    public static double Unit(Random random) => random is SplitMixRandom pinned ? pinned.NextDouble() : random.NextDouble();

    /// <summary>Draws from the standard normal distribution: the polar method without its second number, so that each call stands alone.</summary>
    public static double Normal(Random random)
    {
        while (true)
        {
            double x = (2 * Unit(random)) - 1;
            double y = (2 * Unit(random)) - 1;
            double square = (x * x) + (y * y);
            if (square is > 0 and < 1)
            {
                return x * Math.Sqrt(-2 * Math.Log(square) / square);
            }
        }
    }
}
