using System.Globalization;
using NasBench.Bench;

namespace NasBench.Cli;

/// <summary>What the command prints.</summary>
/// <param name="Machine">On what it ran.</param>
/// <param name="Build">What ran.</param>
/// <param name="Signature">The checksum of the answers.</param>
/// <param name="Rows">The measured rows.</param>
internal sealed record BenchReport(string Machine, string Build, string Signature, IReadOnlyList<BenchRow> Rows)
{
    private static readonly string[] s_headings =
        ["row", "ns", "item", "straightforward", "floor", "bytes", "spread", "rounds", "part", "part of the straightforward"];

    /// <summary>Writes a table, or one JSON document.</summary>
    public void Write(CommandContext context)
    {
        if (context.Json)
        {
            WriteJson(context.Output);
        }
        else
        {
            WriteTable(context);
        }
    }

    private void WriteJson(Utf8Output output) => JsonText.WriteDocument(output, json =>
    {
        json.WriteString("machine", Machine);
        json.WriteString("build", Build);
        json.WriteString("signature", Signature);
        json.WriteStartArray("rows");
        foreach (BenchRow row in Rows)
        {
            json.WriteStartObject();
            json.WriteString("name", row.Name);
            json.WriteNumber("ns", row.Nanoseconds);
            json.WriteNumber("straightforward_ratio", row.StraightforwardRatio);
            json.WriteNumber("floor_ratio", row.FloorRatio);
            json.WriteNumber("allocated_bytes", row.AllocatedBytes);
            json.WriteString("item", row.Unit);
            json.WriteNumber("straightforward_ns", row.PlainNanoseconds);
            json.WriteNumber("floor_ns", row.FloorNanoseconds);
            json.WriteNumber("spread", row.Spread);
            json.WriteNumber("rounds", row.Rounds);
            json.WriteNumber("part", row.Part);
            json.WriteNumber("straightforward_part", row.PlainPart);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private void WriteTable(CommandContext context)
    {
        TextTable.WriteNumbers(context.Console, s_headings, Rows.Select(row => (IReadOnlyList<string>)
        [
            row.Name,
            Number(row.Nanoseconds),
            row.Unit,
            $"{Number(row.StraightforwardRatio)}x faster",
            $"{row.FloorRatio.ToString("0.00", CultureInfo.InvariantCulture)}x of it",
            row.AllocatedBytes.ToString("N0", CultureInfo.InvariantCulture),
            Percent.Of(row.Spread),
            row.Rounds.ToString(CultureInfo.InvariantCulture),
            Percent.Of(row.Part),
            Percent.Of(row.PlainPart),
        ]));
        TextTable.WriteProperties(context.Console,
        [
            ("machine", Machine),
            ("build", Build),
            ("signature", Signature),
            ("times", "medians of interleaved runs; a part below 100 % was measured and scaled"),
        ]);
    }

    private static string Number(double value) => value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "N0", CultureInfo.InvariantCulture);
}
