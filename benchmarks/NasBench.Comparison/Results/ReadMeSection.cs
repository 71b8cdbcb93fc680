namespace NasBench.Comparison;

/// <summary>The part of <c>benchmarks/README.md</c> between two marks.</summary>
internal static class ReadMeSection
{
    private const string Start = "<!-- benchmarks -->\n";
    private const string End = "<!-- /benchmarks -->";

    /// <summary>Puts a text in its place.</summary>
    /// <param name="readMe">The page.</param>
    /// <param name="text">What stands between the marks from now on.</param>
    /// <returns>The page with the text.</returns>
    /// <exception cref="InvalidDataException">The marks are not there.</exception>
    public static string Replace(string readMe, string text)
    {
        int start = readMe.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        int end = readMe.IndexOf(End, StringComparison.Ordinal);
        return start < Start.Length || end < start
            ? throw new InvalidDataException($"benchmarks/README.md: no {Start.Trim()} before {End}")
            : $"{readMe[..start]}{text}{readMe[end..]}";
    }
}
