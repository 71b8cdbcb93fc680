namespace NasBench.Cli.Conversions;

/// <summary>In place of the formats of NasBench.Export, whose libraries native builds leave out: known by name, and refused.</summary>
internal static class ExportFormats
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<OutputFormat> All { get; } =
    [
        Absent("parquet", ".parquet"),
        Absent("arrow", ".arrow"),
        Absent("csv", ".csv"),
        Absent("jsonl", ".jsonl"),
        Absent("h5", ".h5"),
        Absent("syne-tune", ""),
    ];

    private static OutputFormat Absent(string name, string ending) => new(
        name, ending, (_, _, _, _) => throw CommandException.Usage($"the format {name} is not in this build; the .NET tool nasbench has it"));
}
