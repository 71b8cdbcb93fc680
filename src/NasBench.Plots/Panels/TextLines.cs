namespace NasBench.Plots;

/// <summary>Text in lines of a width.</summary>
internal static class TextLines
{
    /// <summary>Breaks a text between words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">How it looks.</param>
    /// <param name="width">The width in points; a longer word stands alone.</param>
    public static IEnumerable<string> Break(string text, TextStyle style, double width)
    {
        string line = "";
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && style.Measure(longer) > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }
}
