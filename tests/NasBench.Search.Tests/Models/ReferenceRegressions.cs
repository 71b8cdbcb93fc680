namespace NasBench.Search.Tests.Models;

/// <summary>Regressions as the textbooks write them, with whole inverse matrices.</summary>
internal static class ReferenceRegressions
{
    public static (double Mean, double Deviation) GaussianProcess(double[][] samples, double[] targets, double[] at)
    {
        int n = samples.Length;
        (double mean, double scale) = Scale(targets);
        double[] y = [.. targets.Select(target => (target - mean) / scale)];
        double[,] covariance = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                covariance[i, j] = Covariance(samples[i], samples[j]) + (i == j ? 1e-10 : 0);
            }
        }

        double[,] inverse = Invert(covariance);
        double[] k = [.. samples.Select(sample => Covariance(sample, at))];
        return (mean + (scale * Form(k, inverse, y)), scale * Math.Sqrt(Math.Max(0, Covariance(at, at) - Form(k, inverse, k))));
    }

    public static (double Mean, double Deviation) Ridge(double[][] samples, double[] targets, double[] at)
    {
        int n = samples.Length;
        int count = at.Length;
        (double mean, double scale) = Scale(targets);
        double[] y = [.. targets.Select(target => (target - mean) / scale)];
        double[] centre = [.. Enumerable.Range(0, count).Select(feature => samples.Average(sample => sample[feature]))];
        double[][] x = [.. samples.Select(sample => sample.Zip(centre, (value, middle) => value - middle).ToArray())];
        double[] point = [.. at.Zip(centre, (value, middle) => value - middle)];
        double[,] matrix = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                matrix[i, j] = x.Sum(row => row[i] * row[j]) + (i == j ? 1 : 0);
            }
        }

        double[,] inverse = Invert(matrix);
        double[] moments = [.. Enumerable.Range(0, count).Select(i => x.Select((row, sample) => row[i] * y[sample]).Sum())];
        double[] weights = [.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, count).Sum(j => inverse[i, j] * moments[j]))];
        double residuals = x.Select((row, sample) => Math.Pow(y[sample] - row.Zip(weights, (value, weight) => value * weight).Sum(), 2)).Sum();
        double noise = (residuals + weights.Sum(weight => weight * weight)) / n;
        double value = point.Zip(weights, (one, weight) => one * weight).Sum();
        return (mean + (scale * value), scale * Math.Sqrt(noise * ((1.0 / n) + Form(point, inverse, point))));
    }

    private static double Covariance(double[] one, double[] other) => 2.25 * Math.Exp(-one.Zip(other, (a, b) => Math.Abs(a - b)).Sum() / 9);

    private static (double Mean, double Deviation) Scale(double[] targets)
    {
        double mean = targets.Average();
        double deviation = Math.Sqrt(targets.Average(target => (target - mean) * (target - mean)));
        return (mean, deviation > 0 ? deviation : 1);
    }

    private static double Form(double[] left, double[,] matrix, double[] right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            for (int j = 0; j < right.Length; j++)
            {
                sum += left[i] * matrix[i, j] * right[j];
            }
        }

        return sum;
    }

    /// <summary>Gauss and Jordan, with the largest pivot of each column.</summary>
    private static double[,] Invert(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        double[,] left = (double[,])matrix.Clone();
        double[,] right = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            right[i, i] = 1;
        }

        for (int column = 0; column < n; column++)
        {
            int pivot = Enumerable.Range(column, n - column).MaxBy(row => Math.Abs(left[row, column]));
            for (int j = 0; j < n; j++)
            {
                (left[column, j], left[pivot, j]) = (left[pivot, j], left[column, j]);
                (right[column, j], right[pivot, j]) = (right[pivot, j], right[column, j]);
            }

            double divisor = left[column, column];
            for (int j = 0; j < n; j++)
            {
                left[column, j] /= divisor;
                right[column, j] /= divisor;
            }

            for (int row = 0; row < n; row++)
            {
                double factor = row == column ? 0 : left[row, column];
                for (int j = 0; j < n; j++)
                {
                    left[row, j] -= factor * left[column, j];
                    right[row, j] -= factor * right[column, j];
                }
            }
        }

        return right;
    }
}
