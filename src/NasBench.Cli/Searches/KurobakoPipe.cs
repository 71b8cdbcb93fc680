using NasBench.Search;

namespace NasBench.Cli;

/// <summary>A conversation with kurobako over standard input and output. It ends with the input, or quietly when nobody reads the output.</summary>
internal static class KurobakoPipe
{
    /// <summary>Talks until the other side ends.</summary>
    /// <exception cref="CommandException">Standard input cannot be read: exit code 3.</exception>
    public static ExitCode Run(CommandContext context, KurobakoConversation conversation)
    {
        try
        {
            using InterruptibleStream input = new(context.Console.OpenInput(), context.Cancellation);
            conversation.Begin(context.Output);

            // A reply leaves before the next line is waited for.
            LineReader reader = new(input) { BeforeWaiting = context.Output.Flush };
            while (reader.TryRead(out ReadOnlyMemory<byte> line))
            {
                context.Cancellation.ThrowIfCancellationRequested();
                conversation.Answer(line, context.Output);
            }
        }
        catch (Exception failure) when (failure is (IOException and not ClosedPipeException) or UnauthorizedAccessException or InvalidDataException)
        {
            throw CommandException.Input($"standard input: cannot be read: {failure.Message}", failure);
        }

        return ExitCode.Done;
    }
}
