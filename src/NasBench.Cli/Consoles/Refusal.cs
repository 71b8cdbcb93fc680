namespace NasBench.Cli;

/// <summary>
/// Tells that a single question has no answer: one line on standard error, with <c>--json</c> also an object with
/// <c>error</c> and <c>error_kind</c>; exit code 1.
/// </summary>
internal static class Refusal
{
    /// <summary>Tells it.</summary>
    public static ExitCode Tell(CommandContext context, NoAnswer none)
    {
        if (context.Json)
        {
            JsonText.WriteDocument(context.Output, json =>
            {
                json.WriteString("error", none.Message);
                json.WriteString("error_kind", none.Kind);
            });
        }

        context.Console.WriteErrorLine(none.Message);
        return ExitCode.No;
    }
}
