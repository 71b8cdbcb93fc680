using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace NasBench.Cli;

/// <summary>
/// The progress bar of a download, with bytes, speed and remaining time: one bar over all attempts. What is told meanwhile goes above it;
/// written straight to the terminal, it would leave a copy of the bar behind.
/// </summary>
internal static class DownloadBar
{
    private const int BarWidth = 16;

    /// <summary>
    /// Runs <paramref name="work"/> with something to report bytes to, null when nothing is shown, and with the console for what it tells meanwhile.
    /// </summary>
    public static T Run<T>(CommandConsole console, bool quiet, string title, long total, Func<IProgress<long>?, CommandConsole, T> work)
    {
        if (ProgressBar.Open(console, quiet) is not { } ansi)
        {
            return work(null, console);
        }

        TransferMeter meter = new(total, TimeProvider.System);
        using AboveTheBar above = new(ansi);
        CommandConsole telling = new() { Output = console.Output, Error = above };
        return ansi.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn { Width = BarWidth }, new PercentageColumn(), new TransferColumn(meter))
            .Start(context =>
            {
                context.AddTask(Markup.Escape(title), maxValue: total);
                return work(meter, telling);
            });
    }

    private sealed class AboveTheBar(IAnsiConsole ansi) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void WriteLine(string? value) => ansi.Write(new Line(value ?? ""));
    }

    /// <summary>A line in place of the bar, which is drawn again below. The bar is erased first: a shorter line would not cover it.</summary>
    private sealed class Line(string text) : Renderable
    {
        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
            [Segment.Control("\u001b[J"), new Segment(text), Segment.LineBreak];
    }
}
