namespace NasBench.Search;

/// <summary>The best compromises between two objectives, less of each being better.</summary>
public static class ParetoFront
{
    /// <summary>The points that no other one dominates.</summary>
    /// <param name="points">The points, in any order; no NaN.</param>
    /// <returns>The front, ascending in the first objective and descending in the second; of equal points one.</returns>
    public static ObjectivePair[] Of(IEnumerable<ObjectivePair> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        List<ObjectivePair> front = [];
        foreach (ObjectivePair point in points.OrderBy(point => point.First).ThenBy(point => point.Second))
        {
            if (front.Count == 0 || point.Second < front[^1].Second)
            {
                front.Add(point);
            }
        }

        return [.. front];
    }

    /// <summary>The hypervolume: the area that points dominate, up to a reference point.</summary>
    /// <param name="points">The points, in any order; no NaN. Those that are not better than the reference in both objectives add nothing.</param>
    /// <param name="reference">The reference point, finite.</param>
    /// <returns>The area.</returns>
    public static double Hypervolume(IEnumerable<ObjectivePair> points, ObjectivePair reference)
    {
        ObjectivePair[] front = Of(points.Where(point => point.First < reference.First && point.Second < reference.Second));
        double area = 0;
        double ceiling = reference.Second;
        foreach (ObjectivePair point in front)
        {
            area += (reference.First - point.First) * (ceiling - point.Second);
            ceiling = point.Second;
        }

        return area;
    }
}
