using System.Text.Json;

namespace NasBench.Cli;

/// <summary>Answers a file of questions, a JSON object a line in and out, in the same order.</summary>
internal static class Batch
{
    /// <summary>Standard input, as a file name.</summary>
    public const string StandardInput = "-";

    /// <summary>So many lines that hashing the whole space at once, many cells side by side, is cheaper than hashing each line's cell.</summary>
    private const long LargeBatch = 16_384;

    /// <summary>Answers one question: writes the fields of the answer, or writes nothing and says why there is none.</summary>
    public delegate NoAnswer? Answer(BatchLine line, Utf8JsonWriter json);

    /// <summary>Reads a line into a question.</summary>
    public delegate BatchLine Parser(ReadOnlyMemory<byte> text);

    /// <summary>Answers every line of the file.</summary>
    /// <param name="context">The running command.</param>
    /// <param name="file">The file, or <see cref="StandardInput"/>.</param>
    /// <param name="answer">Answers one question.</param>
    /// <param name="always">Writes fields that follow an answer and an error alike, such as the budget.</param>
    /// <param name="parse">Reads a line; null for lines that name one cell.</param>
    /// <returns><see cref="ExitCode.No"/> if any line has no answer.</returns>
    public static ExitCode Run(CommandContext context, string file, Answer answer, Action<Utf8JsonWriter>? always = null, Parser? parse = null)
    {
        using Stream stream = Open(context, file);
        LineReader reader = new(stream) { BeforeWaiting = context.Output.Flush };
        using Utf8JsonWriter json = new(context.Output, JsonText.Options);
        bool allAnswered = true;
        while (TryRead(reader, file, out ReadOnlyMemory<byte> text))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (reader.LineNumber == LargeBatch)
            {
                Space<Nas101>.PrepareHashes(null, context.Cancellation);
            }

            if (text.Span.IndexOfAnyExcept(" \t"u8) < 0)
            {
                continue;
            }

            BatchLine line = parse is null ? BatchLineParser.Parse(text) : parse(text);
            json.WriteStartObject();
            json.WritePropertyName("id"u8);
            json.WriteRawValue(line.Id.Span, skipInputValidation: true);
            NoAnswer? none = line.Error ?? answer(line, json);
            if (none is not null)
            {
                allAnswered = false;
                json.WriteString("error"u8, none.Message);
                json.WriteString("error_kind"u8, none.Kind);
            }

            always?.Invoke(json);
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            context.Output.Write((byte)'\n');
        }

        return allAnswered ? ExitCode.Done : ExitCode.No;
    }

    private static bool TryRead(LineReader reader, string file, out ReadOnlyMemory<byte> text)
    {
        try
        {
            return reader.TryRead(out text);
        }
        catch (Exception failure) when (failure is (IOException and not ClosedPipeException) or UnauthorizedAccessException or InvalidDataException)
        {
            throw Unreadable(file, failure);
        }
    }

    private static Stream Open(CommandContext context, string file)
    {
        if (file.Length == 0)
        {
            throw CommandException.Usage("--jsonl: the name of the file is empty; expected a file, or - for standard input");
        }

        try
        {
            return file == StandardInput
                ? new InterruptibleStream(context.Console.OpenInput(), context.Cancellation)
                : InputFile.Open(file, context.Cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Unreadable(file, failure);
        }
    }

    private static CommandException Unreadable(string file, Exception failure) =>
        CommandException.Input($"{(file == StandardInput ? "standard input" : file)}: cannot be read: {failure.Message}", failure);
}
