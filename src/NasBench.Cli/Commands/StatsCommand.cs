using System.CommandLine;
using NasBench.Analysis;
using NasBench.Data;

namespace NasBench.Cli;

/// <summary><c>stats</c>: the landscape of a data set in numbers.</summary>
internal sealed class StatsCommand : NasBenchCommand
{
    private readonly Argument<string> _file = DataFileArgument.Create();
    private readonly Option<bool> _noVerify = DataFileArgument.CreateNoVerify();
    private readonly Option<string[]> _parts;

    /// <summary>Declares the options.</summary>
    public StatsCommand()
        : base("stats", CommandGroup.Data, "The landscape of a data set in numbers.")
    {
        _parts = new Option<string[]>("--part")
        {
            HelpName = "NAME,...",
            Description = "Only these parts, separated by commas; all unless given.",
            Arity = ArgumentArity.ExactlyOne,
            CustomParser = result =>
            {
                string[] names = result.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries);
                if (names.FirstOrDefault(name => LandscapeParts.Find(name) is null) is { } unknown)
                {
                    result.AddError($"--part: '{unknown}' is not one of {string.Join(", ", LandscapeParts.All.Select(part => part.Name))}");
                }

                return names;
            },
        };
        _parts.CompletionSources.Add([.. LandscapeParts.All.Select(part => part.Name)]);
        Arguments.Add(_file);
        Options.Add(_noVerify);
        Options.Add(_parts);
    }

    /// <inheritdoc/>
    public override string Details =>
        $"""
        Parts:
        {string.Join('\n', LandscapeParts.All.Select(part => $"  {part.Name,-14}{part.Title}"))}

        Accuracies are means over the repeats unless said otherwise; E is the largest number of epochs in the file. What the data do not allow to say is a
        dash, in JSON null, with a note below.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "nasbench stats builtin --part best,noise",
        "nasbench stats builtin --part correlation --json",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        string[] names = context.Get(_parts) ?? [];
        LandscapePart[] parts = [.. LandscapeParts.All.Where(part => names.Length == 0 || names.Contains(part.Name))];
        using Dataset data = DatasetOpener.Open(context, DataFile.Find(context, context.Get(_file)), verifies: !context.Get(_noVerify));
        Provenance provenance = data.FindProvenance(null, context.Cancellation);
        if (provenance.IsMadeUp())
        {
            context.Warn($"the values of this data set are {provenance.GetName()}: some or all are made up by a formula, not measured");
        }

        Landscape landscape = context.WithProgress("Reading", progress => Landscape.Read(data, progress, context.Cancellation));
        PartReport[] reports =
        [
            .. parts.Select(part => context.WithProgress(part.Title, progress => part.Compute(landscape, progress, context.Cancellation))),
        ];
        if (context.Json)
        {
            JsonText.WriteDocument(context.Output, json => LandscapeJson.Write(json, landscape, provenance, parts, reports));
        }
        else
        {
            foreach (PartReport report in reports)
            {
                LandscapeTables.Write(context.Console, report);
            }
        }

        return ExitCode.Done;
    }
}
