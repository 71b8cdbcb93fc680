namespace NasBench.BenchmarkUtilities;

/// <summary>Categories of benchmarks that columns look for.</summary>
public static class Roles
{
    /// <summary>What the work cannot do without; the fastest floor of a class is what the others are held against.</summary>
    public const string Floor = "Floor";
}
