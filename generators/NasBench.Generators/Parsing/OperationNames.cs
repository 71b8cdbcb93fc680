namespace NasBench.Generators;

/// <summary>Which texts may name an operation: those that stand unquoted in a comma-separated list, a JSON string and a source literal.</summary>
internal static class OperationNames
{
    private static readonly string[] Reserved = ["input", "output", "unknown"];

    /// <summary>What is wrong with a name; null where nothing is.</summary>
    public static string? Fault(string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return "it is empty";
        }

        if (Reserved.Contains(name, StringComparer.Ordinal))
        {
            return "the name is reserved";
        }

        if (name!.Any(IsForbidden))
        {
            return "it contains a blank, a comma, a quote, a backslash or a control character";
        }

        return IsWellFormed(name!) ? null : "it contains half a surrogate pair";
    }

    private static bool IsForbidden(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c is ',' or '"' or '\'' or '\\';

    private static bool IsWellFormed(string name)
    {
        for (int i = 0; i < name.Length; i++)
        {
            if (char.IsSurrogatePair(name, i))
            {
                i++;
            }
            else if (char.IsSurrogate(name[i]))
            {
                return false;
            }
        }

        return true;
    }
}
