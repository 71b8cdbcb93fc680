using System.Diagnostics;

namespace NasBench.TestUtilities;

/// <summary>Runs programs the way a user would, each in a fresh process.</summary>
public static class Command
{
    // What the build above leaves in the environment of its tests would steer a build inside a test.
    private static readonly string[] BuildPrefixes = ["MSBUILD", "VSTEST", "DOTNET_Enable", "MicrosoftNETSdk"];
    private static readonly string[] BuildVariables = ["Configuration", "Platform", "TargetFramework"];

    /// <summary>Runs the .NET command that runs this test.</summary>
    public static CommandResult Dotnet(string folder, params IEnumerable<string> arguments) =>
        Run(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", folder, arguments);

    /// <summary>Runs a program in a folder, with no input, and waits for its end.</summary>
    public static CommandResult Run(string program, string folder, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(SteersABuild).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start");
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CommandResult(process.ExitCode, output.ReplaceLineEndings("\n"), error.Result.ReplaceLineEndings("\n"));
    }

    private static bool SteersABuild(string variable) =>
        BuildPrefixes.Any(prefix => variable.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) || BuildVariables.Contains(variable);
}
