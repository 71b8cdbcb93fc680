namespace NasBench.Architecture.Tests;

/// <summary>How wide a line of C# may be.</summary>
internal static class LineWidth
{
    private const string Setting = "max_line_length";

    /// <summary>The bound that <c>.editorconfig</c> gives to C# files.</summary>
    /// <param name="editorConfig">Its text.</param>
    /// <exception cref="InvalidDataException">It gives none.</exception>
    public static int Bound(string editorConfig)
    {
        string? value = editorConfig.ReplaceLineEndings("\n").Split('\n')
            .SkipWhile(line => line.Trim() != "[*.cs]").Skip(1).TakeWhile(line => !line.StartsWith('['))
            .Select(line => line.Split('=', StringSplitOptions.TrimEntries))
            .FirstOrDefault(parts => parts is [Setting, _])?[1];
        return int.TryParse(value, out int bound) ? bound : throw new InvalidDataException($"the section [*.cs] has no {Setting}");
    }

    /// <summary>The lines of a text that are wider than a bound, each as <c>NAME:LINE: COLUMNS columns</c>.</summary>
    public static IEnumerable<string> Faults(string name, string text, int bound) =>
        text.ReplaceLineEndings("\n").Split('\n')
            .Select((line, i) => (Number: i + 1, Columns: line.EnumerateRunes().Count()))
            .Where(line => line.Columns > bound)
            .Select(line => $"{name}:{line.Number}: {line.Columns} columns");
}
