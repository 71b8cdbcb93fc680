using NasBench.Data;
using NasBench.Search;

namespace NasBench.Cli;

/// <summary>Joins the folders of shards.</summary>
internal static class SearchMerge
{
    /// <summary>Copies the runs of all folders into one.</summary>
    /// <param name="paths">The folders of the shards.</param>
    /// <param name="target">The folder of the whole.</param>
    /// <returns>The folder of the whole, with every run in it.</returns>
    /// <exception cref="CommandException">They are of different settings: exit code 2; runs are missing, or damaged: exit code 3.</exception>
    public static ExperimentFolder Run(IReadOnlyList<string> paths, string target)
    {
        ExperimentFolder[] parts = [.. paths.Select(Open)];
        ExperimentFolder whole = OpenTarget(parts, target);
        List<RunId> missing = [];
        foreach (RunId id in whole.AllRuns)
        {
            ExperimentFolder? owner = parts.FirstOrDefault(part => part.Has(id));
            if (owner is not null)
            {
                owner.Read(id);
                whole.Copy(id, owner);
            }
            else if (!whole.Has(id))
            {
                missing.Add(id);
            }
        }

        if (missing.Count > 0)
        {
            string first = $"{whole.Plan.Algorithms[missing[0].Algorithm].Algorithm.Name}, run {missing[0].Run}";
            throw CommandException.Input($"{missing.Count} of {whole.AllRuns.Count()} runs are in none of the folders: the first is {first}");
        }

        return whole;
    }

    private static ExperimentFolder Open(string path)
    {
        try
        {
            return ExperimentFolder.Open(path);
        }
        catch (SearchException failure)
        {
            throw CommandException.Input(failure.Message, failure);
        }
    }

    private static ExperimentFolder OpenTarget(ExperimentFolder[] parts, string target)
    {
        try
        {
            foreach (ExperimentFolder part in parts)
            {
                parts[0].RequireSameSettings(part);
            }

            return ExperimentFolder.Open(target, parts[0].Plan, parts[0].Data);
        }
        catch (SearchException failure)
        {
            throw CommandException.Usage(failure.Message);
        }
        catch (Exception failure) when (OutputFile.IsFileFailure(failure))
        {
            throw OutputFile.Explain(target, failure);
        }
    }
}
