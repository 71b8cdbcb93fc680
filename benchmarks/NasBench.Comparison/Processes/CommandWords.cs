using System.Text;

namespace NasBench.Comparison;

/// <summary>A command as one writes it, split into words. Quotes, single or double, keep blanks; nothing else is special, and no shell is asked.</summary>
internal static class CommandWords
{
    /// <summary>Splits.</summary>
    /// <exception cref="FormatException">There is no word, or a quote is not closed.</exception>
    public static string[] Split(string command)
    {
        List<string> words = [];
        StringBuilder word = new();
        char quote = '\0';
        bool isInWord = false;
        foreach (char c in command)
        {
            if (quote != '\0' ? c == quote : c is '"' or '\'')
            {
                quote = quote == '\0' ? c : '\0';
                isInWord = true;
            }
            else if (quote == '\0' && char.IsWhiteSpace(c))
            {
                if (isInWord)
                {
                    words.Add(word.ToString());
                    word.Clear();
                    isInWord = false;
                }
            }
            else
            {
                word.Append(c);
                isInWord = true;
            }
        }

        if (quote != '\0')
        {
            throw new FormatException($"the quote {quote} is not closed");
        }

        if (isInWord)
        {
            words.Add(word.ToString());
        }

        return words.Count > 0 ? [.. words] : throw new FormatException("no command");
    }
}
