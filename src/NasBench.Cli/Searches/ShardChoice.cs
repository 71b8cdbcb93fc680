using System.Globalization;
using NasBench.Search;

namespace NasBench.Cli;

/// <summary>Which part of a search this process does: as given, or as the scheduler of a cluster says.</summary>
internal static class ShardChoice
{
    /// <summary>Finds the part.</summary>
    /// <param name="context">The running command.</param>
    /// <param name="given">What <c>--shard</c> says; null where it was not given.</param>
    /// <param name="count">What <c>--shards</c> says; 0 where it was not given.</param>
    /// <exception cref="CommandException">It cannot be found: exit code 2.</exception>
    public static Shard Find(CommandContext context, string? given, int count)
    {
        if (given is not null)
        {
            return Shard.TryParse(given, out Shard shard) ? shard : throw CommandException.Usage($"--shard: '{given}' is not I/N with I from 1 to N");
        }

        if (OfSlurm(context, count) is { } slurm)
        {
            context.Tell($"shard {slurm} of the Slurm array");
            return slurm;
        }

        if (Number(context, "JOB_COMPLETION_INDEX") is { } index)
        {
            Shard part = count > index
                ? new Shard(index + 1, count)
                : throw CommandException.Usage($"--shards: how many? Kubernetes says that this is number {index}, but not of how many");
            context.Tell($"shard {part} of the indexed job");
            return part;
        }

        return count == 0 ? Shard.Whole : throw CommandException.Usage("--shards: neither Slurm nor Kubernetes says which shard this is; give --shard I/N");
    }

    /// <summary>The task of a job array: its numbers need not begin with 0, nor follow each other.</summary>
    private static Shard? OfSlurm(CommandContext context, int count)
    {
        if (Number(context, "SLURM_ARRAY_TASK_ID") is not { } task)
        {
            return null;
        }

        int first = Number(context, "SLURM_ARRAY_TASK_MIN") ?? 0;
        int step = Math.Max(Number(context, "SLURM_ARRAY_TASK_STEP") ?? 1, 1);
        int shards = count > 0 ? count : Number(context, "SLURM_ARRAY_TASK_COUNT") ?? 0;
        int number = ((task - first) / step) + 1;
        return number >= 1 && number <= shards
            ? new Shard(number, shards)
            : throw CommandException.Usage($"task {task} of the Slurm array is not one of {shards} shards; give --shard I/N");
    }

    private static int? Number(CommandContext context, string variable)
        => int.TryParse(context.Console.GetVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
