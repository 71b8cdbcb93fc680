namespace NasBench.Search;

/// <summary>The names of regrets.</summary>
public static class RegretKinds
{
    /// <summary>All names, in the order of <see cref="RegretKind"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["test-mean", "test-single", "valid-mean", "valid-single-seen"];

    /// <summary>The name of a regret.</summary>
    /// <param name="kind">The regret.</param>
    public static string GetName(this RegretKind kind) => Names[(int)kind];

    /// <summary>Finds a regret by its name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="kind">The regret.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryParse(string name, out RegretKind kind)
    {
        int position = Names.ToList().IndexOf(name);
        kind = (RegretKind)Math.Max(position, 0);
        return position >= 0;
    }
}
