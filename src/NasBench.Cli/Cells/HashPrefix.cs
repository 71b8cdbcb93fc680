namespace NasBench.Cli;

/// <summary>A cell named by the first digits of its hash, or by all of them, as people type it.</summary>
internal static class HashPrefix
{
    /// <summary>So few digits name a cell: fewer would seldom name only one.</summary>
    public const int MinimumDigits = 6;

    /// <summary>How many hashes are shown where the digits begin several.</summary>
    private const int MostShown = 5;

    /// <summary>Whether a word can be meant as a hash.</summary>
    public static bool IsOne(string word) => word.Length is >= MinimumDigits and <= ModuleHash.TextLength && word.All(char.IsAsciiHexDigit);

    /// <summary>The cell of a word. Fewer than 32 digits are looked up in the whole space, whichever cells a data set holds.</summary>
    /// <param name="context">The running command.</param>
    /// <param name="name">What the word stands for, for messages.</param>
    /// <param name="word">The digits.</param>
    /// <exception cref="CommandException">It is no hash, or the beginning of several: exit code 2.</exception>
    public static CellReference Read(CommandContext context, string name, string word)
    {
        if (!IsOne(word))
        {
            throw CommandException.Usage($"{name}: '{word}' is not a hash; expected {MinimumDigits} to {ModuleHash.TextLength} hexadecimal digits");
        }

        if (ModuleHash.TryParse(word, null, out ModuleHash whole))
        {
            return new CellReference(null, whole);
        }

        int[] indices = new int[Space<Nas101>.Count];
        int found = context.WithProgress("Hashing the space", progress => Space<Nas101>.FindPrefix(word, indices, progress, context.Cancellation));
        return found switch
        {
            0 => new CellReference(null, null, new NoAnswer(ErrorKind.NotInData, $"no hash of a cell of the space begins with {word}")),
            1 => new CellReference(null, Space<Nas101>.HashAt(indices[0])),
            _ => throw CommandException.Usage($"{name}: {found} hashes begin with {word}: {Show(indices.AsSpan(0, found))}; give more digits"),
        };
    }

    private static string Show(ReadOnlySpan<int> indices)
    {
        string shown = string.Join(", ", indices.ToArray().Select(Space<Nas101>.HashAt).Order().Take(MostShown));
        return indices.Length > MostShown ? shown + ", …" : shown;
    }
}
