namespace NasBench.Search;

/// <summary>The names of profiles.</summary>
public static class SearchProfiles
{
    /// <summary>All names, in the order of <see cref="SearchProfile"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetNames<SearchProfile>().Select(name => name.ToLowerInvariant())];

    /// <summary>The name of a profile.</summary>
    /// <param name="profile">The profile.</param>
    public static string GetName(this SearchProfile profile) => Names[(int)profile];

    /// <summary>Finds a profile by its name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="profile">The profile.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryParse(string name, out SearchProfile profile)
    {
        int position = Names.ToList().IndexOf(name);
        profile = (SearchProfile)Math.Max(position, 0);
        return position >= 0;
    }
}
