namespace NasBench.Cli;

/// <summary>What one <c>--set</c> says.</summary>
/// <param name="Algorithm">The algorithm that it is for; null for all that have the setting.</param>
/// <param name="Name">The setting's name.</param>
/// <param name="Value">Its value, as given.</param>
internal sealed record GivenSetting(string? Algorithm, string Name, string Value)
{
    /// <summary>Reads <c>NAME=VALUE</c> or <c>ALGORITHM.NAME=VALUE</c>.</summary>
    /// <exception cref="CommandException">It is neither: exit code 2.</exception>
    public static GivenSetting Parse(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1)
        {
            throw CommandException.Usage($"--set: '{text}' is not NAME=VALUE");
        }

        string name = text[..equals];
        int point = name.IndexOf('.', StringComparison.Ordinal);
        return point < 0
            ? new GivenSetting(null, name, text[(equals + 1)..])
            : new GivenSetting(name[..point], name[(point + 1)..], text[(equals + 1)..]);
    }
}
