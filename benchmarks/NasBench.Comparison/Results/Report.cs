using NasBench.BenchmarkUtilities;

namespace NasBench.Comparison;

/// <summary>The tables of results: the long one of a machine, and the short one of <c>benchmarks/README.md</c>.</summary>
/// <param name="Machine">On what was measured.</param>
/// <param name="Build">With what.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Processes">Whole programs.</param>
internal sealed record Report(string Machine, string Build, IReadOnlyList<MeasuredRow> Rows, IReadOnlyList<MeasuredProcess> Processes)
{
    private const double Megabyte = 1e6;
    private const double Millisecond = 1e-3;
    private const int MaxAnswerMilliseconds = 60;
    private const int MaxPrivateMegabytes = 120;

    /// <summary>The rows as people call them, in the order of the tables, and what an item of each is.</summary>
    private static readonly (string Name, string Title, string Item)[] s_titles =
    [
        ("hash-batch", "module hash, batch in random order", "cell"),
        ("hash-space", "module hash, the whole space in its order", "cell"),
        ("hash-single", "module hash, one cell", "cell"),
        ("hash-by-locate", "module hash looked up by locating", "cell"),
        ("locate-batch", "raw cell to index, batch", "cell"),
        ("query", "query: raw cell to metrics, batch", "cell"),
        ("hash-to-index", "hash to index", "hash"),
        ("load", "load 523 MB, all checks on, one thread", "record"),
        ("load-two-threads", "the same, two threads", "record"),
        ("enumerate", "enumerate with hashes and parameters", "cell"),
        ("edit-distance-pair", "edit distance of a pair", "pair"),
        ("edit-distance-many", "edit distance of a cell to the whole space", "cell"),
        ("neighbors", "neighbours by class", "cell"),
    ];

    /// <summary>The whole document for the folder of the machine.</summary>
    public string ToDocument() => $"""
        # Against the floor and the straightforward way

        {Machine}; {Build}.

        Medians. *Straightforward* is how many times faster ours is than what one writes in an hour with the libraries at hand; *floor* is how many times
        longer ours takes than the reads, checksums or compressions that the work cannot do without. All three are timed in turn in the same process. *Spread*
        is from the fastest to the slowest run. The builds: JIT by the .NET runtime with everything that the processor has (full), without AVX-512 (avx2),
        without AVX2 (sse4.2), without vectors or special instructions (none); native builds as they are published. The floors of hashing run our own
        compression, those of loading our own CRC: where that code is not the best possible, neither is the floor. `Md5Benchmarks` tells its time a block.

        {RowTable()}
        ## Whole programs

        From the start of the process to its end. An *empty program* is a native one that does nothing; first answers are one query of `builtin` in a
        fresh process.

        {ProcessTable()}
        """.TrimEnd('\n') + "\n";

    /// <summary>
    /// The table for <c>benchmarks/README.md</c>: the .NET runtime with everything that the processor has, and ratios to the floor without AVX-512 and
    /// without vectors.
    /// </summary>
    public string ToShortTable() => $"""
        {Machine}; {Build}.

        {MarkdownTable.Write(
            ["work", "time", "against the straightforward way", "against the floor", "floor, AVX2", "floor, no vectors", "goal"],
            [.. s_titles.Select(title => Find(title.Name, "full") is { } row ? ShortLine(title, row) : []).Where(line => line.Count > 0)])}
        {FirstAnswers()}
        """.TrimEnd('\n') + "\n";

    private static string Times(double ratio) => $"{Numbers.Format(ratio)}x";

    private MeasuredProcess? Empty => Processes.FirstOrDefault(process => process.Name == "empty program");

    private string FirstAnswers()
    {
        if (Empty is not { } empty)
        {
            return "";
        }

        const string FirstAnswer = "first answer ";
        string answers = string.Join(", ", Processes
            .Where(process => process.Name.StartsWith(FirstAnswer, StringComparison.Ordinal) && process.Build == "AOT")
            .Select(process => $"{process.Name[FirstAnswer.Length..]} {Numbers.Format(process.Seconds / Millisecond)} ms"));
        return $"First answer of a fresh native process: {answers}; one that does nothing takes {Numbers.Format(empty.Seconds / Millisecond)} ms.\n";
    }

    private string RowTable() => MarkdownTable.Write(
        ["work", "build", "ns", "straightforward", "floor", "allocated", "spread", "runs", "goal"],
        [
            .. s_titles
                .SelectMany(title => Comparison.Build.All.SelectMany(build => build.Sets.Select(set => (title, row: Find(title.Name, set.Name, build.Name)))))
                .Where(line => line.row is not null)
                .Select(line => RowLine(line.title, line.row!)),
        ]);

    private IReadOnlyList<string> RowLine((string Name, string Title, string Item) title, MeasuredRow row) =>
    [
        title.Title,
        row.Build == Comparison.Build.Jit.Name ? $"{row.Build} {row.Set}" : row.Build,
        $"{Numbers.Format(row.Nanoseconds)} a {title.Item}",
        $"{Times(row.Straightforward)} faster",
        Times(row.Floor),
        $"{row.AllocatedBytes:N0} B",
        Numbers.Percent(row.Spread),
        $"{row.Runs}",
        Verdict(row),
    ];

    private IReadOnlyList<string> ShortLine((string Name, string Title, string Item) title, MeasuredRow row) =>
    [
        title.Title,
        $"{Numbers.Format(row.Nanoseconds)} ns a {title.Item}",
        $"{Times(row.Straightforward)} faster",
        Times(row.Floor),
        Find(row.Name, "avx2") is { } avx2 ? Times(avx2.Floor) : "",
        Find(row.Name, "none") is { } none ? Times(none.Floor) : "",
        Verdict(row),
    ];

    private string ProcessTable() => MarkdownTable.Write(
        ["program", "build", "ms", "spread", "peak memory", "of its own", "runs", "goal"],
        [
            .. Processes.Select(process => (IReadOnlyList<string>)
            [
                process.Name,
                process.Build,
                Numbers.Format(process.Seconds / Millisecond),
                Numbers.Percent(process.Spread),
                Size(process.PeakBytes),
                Size(process.PrivateBytes),
                $"{process.Runs}",
                Verdict(process),
            ]),
        ]);

    private string Verdict(MeasuredRow row) => Goal.Of(row) is { } goal ? Verdict($"{goal}", goal.IsMet(row, Find("load", row.Set, row.Build))) : "";

    /// <summary>The goals of whole programs: native first answers against the empty program, loading by the .NET runtime against a bound of memory.</summary>
    private string Verdict(MeasuredProcess process) =>
        process.Name.StartsWith("first answer", StringComparison.Ordinal) && process.Build == "AOT" && Empty is { } empty
            ? Verdict($"≤ empty program + {MaxAnswerMilliseconds} ms", process.Seconds - empty.Seconds <= MaxAnswerMilliseconds * Millisecond)
            : process.PrivateBytes > 0 && process.Build == Comparison.Build.Jit.Name
                ? Verdict($"≤ {MaxPrivateMegabytes} MB of its own", process.PrivateBytes <= MaxPrivateMegabytes * Megabyte)
                : "";

    private static string Verdict(string goal, bool isMet) => $"{goal}: {(isMet ? "met" : "**not met**")}";

    private static string Size(long bytes) => bytes > 0 ? $"{bytes / Megabyte:N0} MB" : "";

    private MeasuredRow? Find(string name, string set, string build = "JIT") =>
        Rows.FirstOrDefault(row => row.Name == name && row.Set == set && row.Build == build);
}
