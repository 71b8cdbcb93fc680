namespace NasBench.Search;

/// <summary>The names of objectives.</summary>
public static class ObjectiveNames
{
    /// <summary>All names, in the order of <see cref="SearchObjectives"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["accuracy", "accuracy,parameters", "accuracy,time"];

    /// <summary>The name, as the command takes it.</summary>
    /// <param name="objectives">The objectives.</param>
    public static string GetName(this SearchObjectives objectives) => Names[(int)objectives];

    /// <summary>Finds objectives by their name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="objectives">The objectives.</param>
    /// <returns>Whether there are such ones.</returns>
    public static bool TryParse(string name, out SearchObjectives objectives)
    {
        int position = Names.ToList().IndexOf(name);
        objectives = (SearchObjectives)Math.Max(position, 0);
        return position >= 0;
    }
}
