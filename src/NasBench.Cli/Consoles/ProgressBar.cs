using Spectre.Console;

namespace NasBench.Cli;

/// <summary>A progress bar on standard error, shown only when that is a terminal and <c>--quiet</c> was not given.</summary>
internal static class ProgressBar
{
    /// <summary>Runs <paramref name="work"/> with something to report to (fractions from 0 to 1), null when nothing is shown.</summary>
    public static T Run<T>(CommandConsole console, bool quiet, string title, Func<IProgress<double>?, T> work) =>
        Open(console, quiet) is not { } ansi
            ? work(null)
            : ansi.Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .Start(context => work(new Reporter(context.AddTask(Markup.Escape(title), maxValue: 1))));

    /// <summary>Where a bar can be drawn; null when none is to be shown.</summary>
    public static IAnsiConsole? Open(CommandConsole console, bool quiet)
    {
        if (quiet || !console.IsErrorTerminal)
        {
            return null;
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
        return ansi;
    }

    private sealed class Reporter(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = value;
    }
}
