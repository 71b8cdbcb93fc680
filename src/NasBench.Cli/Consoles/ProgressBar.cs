using Spectre.Console;

namespace NasBench.Cli;

/// <summary>A progress bar on standard error, shown only when that is a terminal and <c>--quiet</c> was not given.</summary>
internal static class ProgressBar
{
    /// <summary>Runs <paramref name="work"/> with something to report to (fractions from 0 to 1), null when nothing is shown.</summary>
    public static T Run<T>(CommandConsole console, bool quiet, string title, Func<IProgress<double>?, T> work)
    {
        if (quiet || !console.IsErrorTerminal)
        {
            return work(null);
        }

        bool color = console.AllowsColor;
        IAnsiConsole ansi = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(console.Error),
            Ansi = AnsiSupport.Yes,
            ColorSystem = color ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.Yes,
        });
        ansi.Profile.Capabilities.Unicode = true;
        return ansi.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => work(new Reporter(context.AddTask(Markup.Escape(title), maxValue: 1))));
    }

    private sealed class Reporter(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = value;
    }
}
