namespace NasBench.Cli;

/// <summary>
/// The scripts that make a shell complete command lines. The words come from the program itself (<c>nasbench [suggest:POSITION] LINE</c>), so that they never
/// differ from what it understands; files come from the shell.
/// </summary>
internal static class CompletionScripts
{
    // Options are offered once a dash is typed. Where the data set can be "builtin", files are offered beside it.
    private const string Bash =
        """
        # Completion of nasbench for bash. To load it: eval "$(nasbench completion bash)"
        _nasbench() {
            local cur="${COMP_WORDS[COMP_CWORD]}" program="${COMP_WORDS[0]/#\~/$HOME}" files= word
            COMPREPLY=()
            while IFS= read -r word; do
                [[ $word == builtin ]] && files=1
                if [[ -n $word && $word == "$cur"* && ( $word != -* || $cur == -* ) ]]; then
                    COMPREPLY+=("$word")
                fi
            done < <("$program" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)
            if [[ -n $files && $cur != -* ]]; then
                compopt -o filenames 2>/dev/null
                while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$cur")
            fi
        }
        complete -o bashdefault -o default -F _nasbench nasbench

        """;

    private const string Zsh =
        """
        #compdef nasbench
        # Completion of nasbench for zsh. To load it, behind compinit: eval "$(nasbench completion zsh)"
        _nasbench() {
            local cur="${words[CURRENT]}" word files=1
            local -a found
            for word in "${(@f)$("${~words[1]}" "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}"; do
                if [[ -n $word && $word == "$cur"* && ( $word != -* || $cur == -* ) ]]; then
                    found+=("$word")
                    [[ $word != builtin ]] && files=
                fi
            done
            (( $#found )) && compadd -a found
            [[ -n $files && $cur != -* ]] && _files
        }
        compdef _nasbench nasbench

        """;

    private const string Fish =
        """
        # Completion of nasbench for fish. To load it: nasbench completion fish | source
        function __nasbench_words
            set -l line (commandline -cp)
            set -l cur (commandline -ct)
            set -l program (commandline -opc)[1]
            for word in ($program "[suggest:"(string length -- $line)"]" "$line" 2>/dev/null)
                if string match -q -- '-*' $cur; or not string match -q -- '-*' $word
                    echo $word
                end
            end
        end
        complete -c nasbench -n __fish_use_subcommand -f
        complete -c nasbench -a '(__nasbench_words)'

        """;

    /// <summary>The shells that have one.</summary>
    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish"];

    /// <summary>The script for a shell; null where there is none.</summary>
    public static string? Find(string shell) => (shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "fish" => Fish,
        _ => null,
    })?.ReplaceLineEndings("\n");
}
