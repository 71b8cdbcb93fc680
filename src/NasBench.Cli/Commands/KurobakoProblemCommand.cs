using System.CommandLine;
using NasBench.Data;
using NasBench.Search;

namespace NasBench.Cli;

/// <summary><c>kurobako-problem</c>: a data set as an external problem of kurobako.</summary>
internal sealed class KurobakoProblemCommand : NasBenchCommand
{
    private readonly Argument<string> _file = DataFileArgument.Create();
    private readonly Option<bool> _noVerify = DataFileArgument.CreateNoVerify();
    private readonly Option<string> _encoding = ValueParsers.Word(
        "--encoding", "How cells are written as parameters.", "A", [.. KurobakoEncoding.All.Select(encoding => encoding.Name)]);

    /// <summary>Declares the options.</summary>
    public KurobakoProblemCommand()
        : base("kurobako-problem", CommandGroup.Data, "A data set as a problem of kurobako.")
    {
        Arguments.Add(_file);
        Options.Add(_noVerify);
        Options.Add(_encoding);
    }

    /// <inheritdoc/>
    public override string Details =>
        """
        Speaks kurobako's protocol for external programs, JSON lines on standard input and output, until its input ends. The same as kurobako's own problem
        nasbench, with any file that this program reads: the value is 1 - validation accuracy, the steps are the numbers of epochs of the data, and each trial
        keeps one repeat, which follows from the seed that kurobako gives.

        Parameters are five operations, and
          A  21 edges, false or true
          B  nine choices among the 21 edges
          C  a number of edges, and a weight for each
        Edges are counted in the reading order of the matrix.

        To kurobako the command is {"command":{"path":"nasbench","args":["kurobako-problem","full.nasb"]}}.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "nasbench kurobako-problem builtin --encoding C",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        using Dataset data = DatasetOpener.Open(context, DataFile.Find(context, context.Get(_file)), verifies: !context.Get(_noVerify));
        Provenance provenance = data.FindProvenance(null, context.Cancellation);
        if (provenance.IsMadeUp())
        {
            context.Warn($"the values of this data set are {provenance.GetName()}: some or all are made up by a formula, not measured");
        }

        KurobakoProblem problem;
        try
        {
            problem = new KurobakoProblem(data, KurobakoEncoding.Find(context.Get(_encoding)!)!, provenance);
        }
        catch (SearchException failure)
        {
            throw CommandException.Usage(failure.Message);
        }

        return KurobakoPipe.Run(context, problem);
    }
}
