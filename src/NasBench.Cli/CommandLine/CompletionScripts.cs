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
            local cur="${COMP_WORDS[COMP_CWORD]#=}" program="${COMP_WORDS[0]/#\~/$HOME}" files= word
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

    // The line is put together from the words of the one command that is completed: in a pipeline, or behind an assignment, it is a part of what is typed.
    private const string Zsh =
        """
        #compdef nasbench
        # Completion of nasbench for zsh. To load it, behind compinit: eval "$(nasbench completion zsh)"
        _nasbench() {
            local program="${${(Q)words[1]}/#\~\//$HOME/}" line word files=1
            local -a found
            line="nasbench ${(j: :)${(@qqq)${(@Q)words[2,CURRENT-1]}}} $PREFIX"
            [[ $PREFIX == --*=* ]] && compset -P '*='
            for word in "${(@f)$("$program" "[suggest:${#line}]" "$line" 2>/dev/null)}"; do
                if [[ -n $word && $word == "$PREFIX"* && ( $word != -* || $PREFIX == -* ) ]]; then
                    found+=("$word")
                    [[ $word != builtin ]] && files=
                fi
            done
            (( $#found )) && compadd -a found
            [[ -n $files && $PREFIX != -* ]] && _files
        }
        compdef _nasbench nasbench

        """;

    private const string Fish =
        """
        # Completion of nasbench for fish. To load it: nasbench completion fish | source
        function __nasbench_complete
            set -l cur (commandline -ct)
            set -l words (commandline -opc)
            while string match -qr '^\w+=' -- $words[1]
                set -e words[1]
            end
            set -l program (string replace -r '^~/' "$HOME/" -- $words[1])
            set -l line (string join ' ' -- nasbench '"'$words[2..]'"' "$cur")
            set -l option (string match -r '^--[^=]*=' -- $cur)
            set -l value (string replace -r '^--[^=]*=' '' -- $cur)
            set -l files 1
            for word in ($program "[suggest:"(string length -- $line)"]" "$line" 2>/dev/null)
                if test "$value" = (string sub -l (string length -- "$value") -- $word)
                    and begin; string match -q -- '-*' $value; or not string match -q -- '-*' $word; end
                    echo "$option$word"
                    test $word = builtin; or set files 0
                end
            end
            if test $files = 1; and not string match -q -- '-*' $value
                for file in (complete -C "'' $value")
                    echo "$option$file"
                end
            end
        end
        complete -c nasbench -f -a '(__nasbench_complete)'

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
