using System.Text;
using Microsoft.Win32.SafeHandles;
using NasBench.Data;

namespace NasBench.Cli;

/// <summary>
/// The three streams of this process. One that was closed when the process was started (<c>2&gt;&amp;-</c>) stays closed, although the runtime may have opened
/// a file of its own under its number by now: reading from that would wait for ever, writing into it would damage it.
/// </summary>
internal static class StandardStreams
{
    private const int ErrorBufferSize = 1024;

    /// <summary>What takes the place of a closed stream, so that no file that is opened later does.</summary>
    private static readonly List<SafeFileHandle> s_placeholders = [];

    private static readonly bool s_isInputOpen = Descriptors.IsInherited(Descriptors.Input);

    static StandardStreams()
    {
        for (int i = 0; i <= Descriptors.Error && !(s_isInputOpen && IsOutputOpen && IsErrorOpen); i++)
        {
            s_placeholders.Add(File.OpenHandle("/dev/null"));
        }
    }

    /// <summary>Whether there is a standard output.</summary>
    public static bool IsOutputOpen { get; } = Descriptors.IsInherited(Descriptors.Output);

    /// <summary>Whether there is a standard error.</summary>
    public static bool IsErrorOpen { get; } = Descriptors.IsInherited(Descriptors.Error);

    /// <summary>Standard input.</summary>
    /// <exception cref="IOException">It is closed.</exception>
    public static Stream OpenInput() => s_isInputOpen ? Console.OpenStandardInput() : throw new IOException("it is closed");

    /// <summary>Standard output; if it is closed, a stream that says so when something is written.</summary>
    public static Stream OpenOutput() =>
        !IsOutputOpen ? new ClosedStream()
        : OperatingSystem.IsWindows() ? Console.OpenStandardOutput()
        : new DescriptorStream(Descriptors.Output);

    /// <summary>Standard error; if it is closed, a writer that nobody hears.</summary>
    public static TextWriter OpenError() =>
        !IsErrorOpen ? TextWriter.Null
        : new StreamWriter(
            OperatingSystem.IsWindows() ? Console.OpenStandardError() : new DescriptorStream(Descriptors.Error),
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            ErrorBufferSize)
        { AutoFlush = true };
}
