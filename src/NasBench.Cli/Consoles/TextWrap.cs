using System.Text;

namespace NasBench.Cli;

/// <summary>Breaks text into lines: between words, and behind the commas of a list that is longer than a line; a number or a hash is never broken.</summary>
internal static class TextWrap
{
    /// <summary>The lines of a text. A piece that is longer than a line stays whole on a line of its own.</summary>
    /// <param name="text">The text, without line feeds.</param>
    /// <param name="width">The most characters of a line.</param>
    public static List<string> Wrap(string text, int width)
    {
        List<string> lines = [];
        StringBuilder line = new();
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Append(lines, line, word, width, separator: " ");
        }

        lines.Add(line.ToString());
        return lines;
    }

    /// <summary>The length of the longest piece that <see cref="Wrap"/> keeps whole.</summary>
    public static int LongestPiece(string text) => text.Split(' ').SelectMany(PiecesOf).Max(piece => piece.Length);

    private static void Append(List<string> lines, StringBuilder line, string word, int width, string separator)
    {
        int start = line.Length == 0 ? 0 : line.Length + separator.Length;
        if (start > 0 && start + Math.Min(word.Length, width) > width)
        {
            lines.Add(line.ToString());
            line.Clear();
        }

        line.Append(line.Length == 0 ? "" : separator);
        if (line.Length + word.Length <= width)
        {
            line.Append(word);
            return;
        }

        foreach (string piece in PiecesOf(word))
        {
            if (line.Length > 0 && line.Length + piece.Length > width)
            {
                lines.Add(line.ToString().TrimEnd(' '));
                line.Clear();
            }

            line.Append(piece);
        }
    }

    /// <summary>The names of a list. Digits between commas are one number, or a row of them, and stay together.</summary>
    private static IEnumerable<string> PiecesOf(string word)
    {
        int start = 0;
        for (int i = 1; i < word.Length - 1; i++)
        {
            if (word[i] == ',' && !char.IsAsciiDigit(word[i + 1]))
            {
                yield return word[start..(i + 1)];
                start = i + 1;
            }
        }

        yield return word[start..];
    }
}
