using System.CommandLine;

namespace NasBench.Cli;

/// <summary>Options that list operations.</summary>
internal static class OperationList
{
    /// <summary>An option for names of operations, separated by commas.</summary>
    public static Option<string> Create(string name, string description) => new(name) { HelpName = "LIST", Description = description };

    /// <summary>The operations of such an option: bit i for the operation with code i, none where it is not given.</summary>
    public static uint Read(CommandContext context, Option<string> option)
    {
        uint operations = 0;
        foreach (string name in context.Get(option)?.Split(',', StringSplitOptions.TrimEntries) ?? [])
        {
            operations |= Nas101.TryParseOperation(name, out byte operation)
                ? 1u << operation
                : throw CommandException.Usage($"{option.Name}: '{name}' is not one of {string.Join(", ", Nas101.OperationNames.ToArray())}");
        }

        return operations;
    }
}
