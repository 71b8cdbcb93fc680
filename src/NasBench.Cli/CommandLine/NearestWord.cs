namespace NasBench.Cli;

/// <summary>Finds what somebody meant who mistyped a word.</summary>
internal static class NearestWord
{
    /// <summary>So many letters at the beginning of a longer word are enough to mean it.</summary>
    private const int MinimumBeginning = 3;

    /// <summary>So many letters of a word allow one mistake.</summary>
    private const int LettersPerMistake = 3;

    /// <summary>The word nearest to what was typed; null where none is near enough to be meant.</summary>
    public static string? Find(string typed, IEnumerable<string> words)
    {
        int allowed = Math.Max(1, typed.TrimStart('-').Length / LettersPerMistake);
        (string? nearest, int distance) = words
            .Where(word => word.TrimStart('-').Length > 1)
            .Select(word => (word, Distance: IsBeginning(typed, word) ? 0 : Distance(typed, word)))
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.word, StringComparer.Ordinal)
            .FirstOrDefault((null!, int.MaxValue));
        return distance <= allowed ? nearest : null;
    }

    /// <summary>The fewest letters to insert, leave out, replace or swap with their neighbours.</summary>
    public static int Distance(string a, string b)
    {
        int[,] costs = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                costs[i, j] = i == 0 ? j : j == 0 ? i : Step(costs, a, b, i, j);
            }
        }

        return costs[a.Length, b.Length];
    }

    private static int Step(int[,] costs, string a, string b, int i, int j)
    {
        int replaced = costs[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        int best = Math.Min(replaced, Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1);
        bool isSwapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return isSwapped ? Math.Min(best, costs[i - 2, j - 2] + 1) : best;
    }

    private static bool IsBeginning(string typed, string word) =>
        typed.TrimStart('-').Length >= MinimumBeginning && word.StartsWith(typed, StringComparison.OrdinalIgnoreCase);
}
