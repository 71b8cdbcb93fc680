namespace NasBench.Comparison;

/// <summary>The part of the README between two marks.</summary>
internal static class ReadMeSection
{
    private const string Start = "<!-- benchmarks -->\n";
    private const string End = "<!-- /benchmarks -->";

    /// <summary>Puts a text in its place.</summary>
    /// <exception cref="InvalidDataException">The marks are not there.</exception>
    public static string Replace(string readMe, string text)
    {
        int start = readMe.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        int end = readMe.IndexOf(End, StringComparison.Ordinal);
        return start < Start.Length || end < start
            ? throw new InvalidDataException($"README.md: no {Start.Trim()} before {End}")
            : $"{readMe[..start]}{text}{readMe[end..]}";
    }
}
