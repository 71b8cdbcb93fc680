using System.Diagnostics;

namespace NasBench.Cli.Tests.Processes;

/// <summary>The completion script in a real bash.</summary>
public sealed class CompletionTests : ProcessTestBase
{
    [Theory]
    [InlineData("nasbench que", "query")]
    [InlineData("nasbench in", "info inspect")]
    [InlineData("nasbench query builtin --rep", "--repeat")]
    [InlineData("nasbench query builtin --repeat m", "mean")]
    [InlineData("nasbench neighbors --kind ", "class extended naszilla raw")]
    [InlineData("nasbench encode --encoding cs-", "cs-a cs-b cs-c")]
    [InlineData("nasbench completion ", "bash fish zsh")]
    [InlineData("nasbench help dr", "draw")]
    [InlineData("nasbench info bu", "builtin buried.nasb")]
    [InlineData("nasbench verify x", "")]
    [InlineData("nasbench inspect --jsonl b", "")]
    public void Bash_CommandLine_OffersWhatFits(string line, string expected)
    {
        Assert.SkipUnless(Runs("bash", "--version"), "needs bash");
        File.WriteAllText(Folder["buried.nasb"], "");
        const string Script = """
            set -u
            source <("$0" completion bash)
            COMP_LINE=$1 COMP_POINT=${#1}
            read -ra COMP_WORDS <<< "$1"
            [[ $1 == *' ' ]] && COMP_WORDS+=("")
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            COMP_WORDS[0]=$0
            _nasbench
            printf '%s\n' "${COMPREPLY[@]:-}" | sort | tr '\n' ' '
            complete -p nasbench >&2
            """;
        using Process process = Start(new ProcessStartInfo("bash", ["--norc", "-c", Script, Executable, line]));
        string output = process.StandardOutput.ReadToEnd();
        string error = process.StandardError.ReadToEnd();
        WaitForEnd(process);

        Assert.Equal("complete -o bashdefault -o default -F _nasbench nasbench", error.TrimEnd());
        Assert.Equal(0, process.ExitCode);
        Assert.Equal(expected, output.Trim());
    }

    [Theory]
    [InlineData("zsh", "compdef _nasbench nasbench")]
    [InlineData("fish", "complete -c nasbench")]
    public void Script_OfAnotherShell_IsOneThatItAccepts(string shell, string part)
    {
        string script = Cli.Run("completion", shell).Expect(ExitCode.Done).Output;

        Assert.Contains(part, script, StringComparison.Ordinal);
        Assert.EndsWith("\n", script, StringComparison.Ordinal);
        File.WriteAllText(Folder["script"], script);
        Assert.SkipUnless(Runs(shell, "--version"), $"needs {shell}");
        Assert.True(Runs(shell, "-n", Folder["script"]));
    }
}
