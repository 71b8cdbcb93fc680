using System.CommandLine;

namespace NasBench.Comparison;

/// <summary><c>results</c>: measures everything anew and writes the tables.</summary>
internal sealed class ResultsCommand : Command
{
    private const int Seconds = 45;
    private const int Runs = 3;
    private const int FirstAnswers = 21;

    /// <summary>Declares it.</summary>
    public ResultsCommand()
        : base("results", "Everything: measure, processes, write. About twenty minutes on a machine that does nothing else.") => SetAction(_ =>
        {
            new RunFiles(Folders.Runs).Clear();
            MeasureCommand.Measure([], [], null, Seconds, Runs);
            ProcessesCommand.Measure(FirstAnswers);
            WriteCommand.Write();
        });
}
