using System.Numerics;

namespace NasBench.Search.Tests;

/// <summary>The exact distribution of how many edges differ in a valid child, where each of the 21 flips with a probability.</summary>
internal static class EdgeFlips
{
    public static double[] Distribution(uint parent, double probability)
    {
        double[] parts = new double[22];
        for (uint edges = 0; edges < 1u << 21; edges++)
        {
            if (Nas101.Locate(Cell.Pack<Nas101>(Cell.MaxVertices, edges, 0)) >= 0)
            {
                int flips = BitOperations.PopCount(edges ^ parent);
                parts[flips] += Math.Pow(probability, flips) * Math.Pow(1 - probability, 21 - flips);
            }
        }

        double valid = parts.Sum();
        return [.. parts.Select(part => part / valid)];
    }
}
