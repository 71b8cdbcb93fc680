using System.Text.Json;

namespace NasBench.Cli;

/// <summary>Answers a file of questions: JSON objects in and out, one on each line, in the same order.</summary>
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

    /// <summary>Answers one question by any number of lines, each by a call of <paramref name="write"/>, or by none and says why.</summary>
    public delegate NoAnswer? ManyAnswers(BatchLine line, Action<Action<Utf8JsonWriter>> write);

    /// <summary>Answers every line of the file.</summary>
    /// <param name="context">The running command.</param>
    /// <param name="file">The file, or <see cref="StandardInput"/>.</param>
    /// <param name="answer">Answers one question.</param>
    /// <param name="always">Writes fields that follow an answer and an error alike, such as the budget.</param>
    /// <param name="parse">Reads a line; null for lines that name one cell.</param>
    /// <returns><see cref="ExitCode.No"/> if any line has no answer.</returns>
    public static ExitCode Run(CommandContext context, string file, Answer answer, Action<Utf8JsonWriter>? always = null, Parser? parse = null)
    {
        using JsonLineWriter lines = new(context.Output);
        return ForEach(context, file, parse, line =>
        {
            NoAnswer? none = null;
            lines.Write(json =>
            {
                WriteId(json, line);
                none = line.Error ?? answer(line, json);
                WriteError(json, none);
                always?.Invoke(json);
            });
            return none is null;
        });
    }

    /// <summary>Answers every line of the file, each by as many lines as it has answers; a line with an error gives one that says so.</summary>
    /// <param name="context">The running command.</param>
    /// <param name="file">The file, or <see cref="StandardInput"/>.</param>
    /// <param name="answer">Answers one question; the <c>id</c> of the line is written for it.</param>
    /// <returns><see cref="ExitCode.No"/> if any line has an error.</returns>
    public static ExitCode RunEach(CommandContext context, string file, ManyAnswers answer)
    {
        using JsonLineWriter lines = new(context.Output);
        return ForEach(context, file, null, line =>
        {
            NoAnswer? none = line.Error ?? answer(line, write => lines.Write(json =>
            {
                WriteId(json, line);
                write(json);
            }));
            if (none is not null)
            {
                lines.Write(json =>
                {
                    WriteId(json, line);
                    WriteError(json, none);
                });
            }

            return none is null;
        });
    }

    private static ExitCode ForEach(CommandContext context, string file, Parser? parse, Func<BatchLine, bool> answer)
    {
        using Stream stream = Open(context, file);
        LineReader reader = new(stream) { BeforeWaiting = context.Output.Flush };
        bool allAnswered = true;
        while (TryRead(reader, file, out ReadOnlyMemory<byte> text))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (reader.LineNumber == LargeBatch)
            {
                Space<Nas101>.PrepareHashes(null, context.Cancellation);
            }

            if (text.Span.IndexOfAnyExcept(" \t"u8) >= 0)
            {
                allAnswered &= answer(parse is null ? BatchLineParser.Parse(text) : parse(text));
            }
        }

        return allAnswered ? ExitCode.Done : ExitCode.No;
    }

    private static void WriteId(Utf8JsonWriter json, BatchLine line)
    {
        json.WritePropertyName("id"u8);
        json.WriteRawValue(line.Id.Span, skipInputValidation: true);
    }

    private static void WriteError(Utf8JsonWriter json, NoAnswer? none)
    {
        if (none is not null)
        {
            json.WriteString("error"u8, none.Message);
            json.WriteString("error_kind"u8, none.Kind);
        }
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
