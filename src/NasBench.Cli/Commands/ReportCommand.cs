using System.CommandLine;
#if !NATIVE_BUILD
using NasBench.Analysis;
using NasBench.Data;
using NasBench.Plots;
using NasBench.Search;
#endif

namespace NasBench.Cli;

/// <summary><c>report</c>: a data set, and a search if there is one, as one HTML file.</summary>
internal sealed class ReportCommand : NasBenchCommand
{
    private readonly Argument<string> _file = DataFileArgument.Create();
    private readonly Option<bool> _noVerify = DataFileArgument.CreateNoVerify();
    private readonly Option<string> _search = new("--search") { HelpName = "DIR", Description = "The folder of a search, as search --out leaves it." };
    private readonly Option<string> _output = OutputOption.Create("The HTML file to write.");

    /// <summary>Declares the options.</summary>
    public ReportCommand()
        : base("report", CommandGroup.Data, "A data set, and a search, as one HTML file.")
    {
        _output.Required = true;
        Arguments.Add(_file);
        Options.Add(_noVerify);
        Options.Add(_search);
        Options.Add(_output);
    }

    /// <inheritdoc/>
    public override string Details =>
        """
        The page holds its pictures, numbers and script: it opens without a network. It shows what nasbench stats tells, the cells, their accuracies, and of a
        search the regrets over time, the statistics, and the checklist of best practices, filled in. All parts of stats are computed, which takes seconds
        for the whole space.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "nasbench report nasbench_full.nasb -o report.html",
        "nasbench report builtin --search figure7 -o report.html",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
#if NATIVE_BUILD
        throw CommandException.Usage("report is not in this build; the .NET tool nasbench has it");
#else
        string output = context.Get(_output)!;
        GivenName.Require("-o", output);
        DataFile file = DataFile.Find(context, context.Get(_file));
        using Dataset data = DatasetOpener.Open(context, file, verifies: !context.Get(_noVerify));
        Provenance provenance = FileProvenance.Find(context, file, data, wantsSha256: false).Provenance;
        if (provenance.IsMadeUp())
        {
            context.Warn($"the values of this data set are {provenance.GetName()}: some or all are made up by a formula, not measured");
        }

        ReportedSearch? search = context.Get(_search) is { } folder ? Read(context, folder, data) : null;
        Landscape landscape = context.WithProgress("Reading", progress => Landscape.Read(data, progress, context.Cancellation));
        PartReport[] parts =
        [
            .. LandscapeParts.All.Select(part => context.WithProgress(part.Title, progress => part.Compute(landscape, progress, context.Cancellation))),
        ];
        var about = new ReportedFile(
            Path.GetFileName(file.Name), file.FindFormatName(), file.IsBuiltin ? null : data.Report.Bytes, data.MaxRepeats, provenance);
        byte[] page = new Report(about, landscape, LandscapeParts.All, parts, search, Commands(context, file)).ToHtml();
        using OutputFile target = new(output);
        target.Output.Write(page);
        target.Complete();
        if (!target.IsStandardOutput)
        {
            Summary.Write(context, new("path", output), new("bytes", page.Length));
        }

        return ExitCode.Done;
#endif
    }

#if !NATIVE_BUILD
    private static ReportedSearch Read(CommandContext context, string folder, Dataset data)
    {
        GivenName.Require("--search", folder);
        try
        {
            ReportedSearch search = context.WithProgress("Reading runs", progress => ReportedSearch.Read(folder, progress, context.Cancellation));
            string here = DataFingerprint.Compute(data, context.Cancellation);
            string there = search.Summary.Data.Fingerprint;
            return here == there
                ? search
                : throw CommandException.Usage($"--search: {folder}: was run against other data: {there} there, {here} here");
        }
        catch (Exception failure) when (failure is SearchException or DataFormatException)
        {
            throw CommandException.Input(failure is SearchException ? failure.Message : $"{folder}: {failure.Message}", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Input($"{folder}: cannot be read: {failure.Message}", failure);
        }
    }

    /// <summary>The commands that give the same numbers again.</summary>
    private string[] Commands(CommandContext context, DataFile file)
    {
        string name = Path.GetFileName(file.Name);
        string[] landscape = [$"nasbench stats {name} --json"];
        return context.Get(_search) is { } folder
            ? [.. landscape, $"nasbench search {name} --settings {Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))}/settings.json --out again"]
            : landscape;
    }
#endif
}
