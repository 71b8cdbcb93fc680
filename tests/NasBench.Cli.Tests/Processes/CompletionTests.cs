using System.Diagnostics;

namespace NasBench.Cli.Tests.Processes;

/// <summary>The completion scripts in real shells.</summary>
public sealed class CompletionTests : ProcessTestBase
{
    /// <summary>Lines, and what each shell offers for the last word.</summary>
    public static TheoryData<string, string> Lines => new()
    {
        { "nasbench que", "query" },
        { "nasbench query builtin --repeat m", "mean" },
        { "nasbench neighbors --kind ", "class extended naszilla raw" },
        { "nasbench info bu", "builtin buried.nasb" },
        { "nasbench verify x", "" },
    };

    /// <summary>Lines that hold more than the command and plain words; of bash that is bash's own business.</summary>
    public static TheoryData<string, string> LargerLines => new()
    {
        { "nasbench inspect --jsonl b", "buried.nasb" },
        { "nasbench sample --count 3 --jsonl | nasbench query builtin --rep", "--repeat" },
        { "LANG=C nasbench neighbors --kind c", "class" },
        { "nasbench query 'two words.nasb' --repeat m", "mean" },
    };

    /// <summary>What the scripts ask the program, with an option's value behind a space or an equals sign.</summary>
    [Theory]
    [InlineData("nasbench query builtin --repeat me", "mean")]
    [InlineData("nasbench query builtin --repeat=me", "mean")]
    [InlineData("nasbench neighbors --kind=", "class extended naszilla raw")]
    public void Program_AskedForWords_AnswersThem(string line, string expected)
    {
        string answer = Cli.Run($"[suggest:{line.Length}]", line).Expect(ExitCode.Done).Output;
        Assert.Equal(expected, string.Join(' ', answer.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    [InlineData("nasbench in", "info inspect")]
    [InlineData("nasbench query builtin --rep", "--repeat")]
    [InlineData("nasbench encode --encoding cs-", "cs-a cs-b cs-c")]
    [InlineData("nasbench completion ", "bash fish zsh")]
    [InlineData("nasbench help dr", "draw")]
    [InlineData("nasbench inspect --jsonl b", "")]
    [InlineData("nasbench query builtin --repeat=m", "mean")]
    [InlineData("nasbench neighbors --kind=", "class extended naszilla raw")]
    public void Bash_CommandLine_OffersWhatFits(string line, string expected)
    {
        Assert.SkipUnless(Runs("bash", "--version"), "needs bash");
        File.WriteAllText(Folder["buried.nasb"], "");
        const string Script = """
            set -u
            source <("$0" completion bash)
            COMP_LINE=$1 COMP_POINT=${#1}
            read -ra COMP_WORDS <<< "${1//=/ = }"
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

    /// <summary>An interactive zsh in a terminal of its own fills its line and completes it; what it would show is kept.</summary>
    [Theory]
    [MemberData(nameof(Lines))]
    [MemberData(nameof(LargerLines))]
    [InlineData("nasbench query builtin --repeat=m", "mean")]
    [InlineData("nasbench neighbors --kind=", "class extended naszilla raw")]
    public void Zsh_CommandLine_OffersWhatFits(string line, string expected)
    {
        Assert.SkipUnless(Runs("zsh", "-f", "-c", "zmodload zsh/zpty zsh/zselect"), "needs zsh with its module zpty");
        const string StartUp = """
            autoload -Uz compinit
            compinit -u -D
            eval "$(nasbench completion zsh)"
            offered=()
            compadd() {
                if [[ ${@[1,(i)(-|--)]} != *-(O|A|D)\ * ]]; then
                    local -a offered_now
                    builtin compadd -A offered_now "$@"
                    offered+=($offered_now)
                fi
                builtin compadd "$@"
            }
            keep() { print -rl -- $offered > $ZDOTDIR/part; mv $ZDOTDIR/part $ZDOTDIR/offered; exit }
            comppostfuncs=(keep)
            zle-line-init() { BUFFER=$LINE_TO_COMPLETE CURSOR=$#BUFFER; zle complete-word; }
            zle -N zle-line-init
            """;
        const string Script = """
            zmodload zsh/zpty zsh/zselect
            zpty shell zsh -d -i
            while [[ ! -e $ZDOTDIR/offered ]] && (( SECONDS < 60 )); do
                zpty -rt shell > /dev/null
                zselect -t 2
            done
            zpty -d shell
            cat $ZDOTDIR/offered
            """;
        string settings = Directory.CreateDirectory(Folder["settings"]).FullName;
        File.WriteAllText(Path.Combine(settings, ".zshrc"), StartUp);
        AssertOffers(expected, line, new ProcessStartInfo("zsh", ["-f", "-c", Script]) { Environment = { ["ZDOTDIR"] = settings } });
    }

    [Theory]
    [MemberData(nameof(Lines))]
    [MemberData(nameof(LargerLines))]
    [InlineData("nasbench query builtin --repeat=m", "--repeat=mean")]
    [InlineData("nasbench inspect --jsonl=b", "--jsonl=buried.nasb")]
    public void Fish_CommandLine_OffersWhatFits(string line, string expected)
    {
        Assert.SkipUnless(Runs("fish", "--version"), "needs fish");
        string home = Directory.CreateDirectory(Folder["settings"]).FullName;
        AssertOffers(expected, line, new ProcessStartInfo("fish", ["-c", "nasbench completion fish | source; complete -C $LINE_TO_COMPLETE"])
        {
            Environment = { ["HOME"] = home, ["XDG_CONFIG_HOME"] = home, ["XDG_DATA_HOME"] = home },
        });
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

    /// <summary>Runs a shell that finds the program by its name, and writes the words it offers for a line.</summary>
    private void AssertOffers(string expected, string line, ProcessStartInfo shell)
    {
        File.WriteAllText(Folder["buried.nasb"], "");
        shell.Environment["LINE_TO_COMPLETE"] = line;
        shell.Environment["PATH"] = AppContext.BaseDirectory + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        using Process process = Start(shell);
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = process.StandardOutput.ReadToEnd();
        WaitForEnd(process);

        Assert.Equal("", error.GetAwaiter().GetResult());
        IEnumerable<string> words = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('\t')[0]);
        Assert.Equal(expected, string.Join(' ', words.Order(StringComparer.Ordinal)));
    }
}
