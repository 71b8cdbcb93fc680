using System.Text.Json;

namespace NasBench.Cli.Tests;

/// <summary>What a run of the program in this process gave.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record CliResult(ExitCode Code, string Output, string Error)
{
    /// <summary>Standard output as one JSON document.</summary>
    public JsonElement Json => JsonElement.Parse(Output);

    /// <summary>Standard output as JSON lines.</summary>
    public JsonElement[] JsonLines => [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];

    /// <summary>The one line on standard error, without its prefix.</summary>
    public string ErrorLine
    {
        get
        {
            Assert.StartsWith("nasbench: ", Error, StringComparison.Ordinal);
            Assert.EndsWith("\n", Error, StringComparison.Ordinal);
            Assert.Equal(1, Error.Count(character => character == '\n'));
            return Error["nasbench: ".Length..^1];
        }
    }

    /// <summary>The same result, once its exit code is known to be the expected one.</summary>
    public CliResult Expect(ExitCode code)
    {
        Assert.True(Code == code, $"exit code {Code}, expected {code}\n{Output}\n{Error}");
        return this;
    }

    /// <summary>The same result, once it is known to have ended with one line on standard error and nothing else.</summary>
    public CliResult ExpectFailure(ExitCode code, string part)
    {
        Expect(code);
        Assert.Empty(Output);
        Assert.Contains(part, ErrorLine, StringComparison.Ordinal);
        return this;
    }
}
