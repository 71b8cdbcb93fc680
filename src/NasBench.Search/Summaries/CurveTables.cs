using System.Globalization;
using System.Text;

namespace NasBench.Search;

/// <summary>Curves as a table: a row for each algorithm, axis and moment.</summary>
public static class CurveTables
{
    private static readonly string[] s_numbers = ["at", "runs", "mean_regret", "median_regret", "q25", "q75", "mean_rank"];

    /// <summary>Writes CSV with a heading.</summary>
    /// <param name="stream">Where to write; it stays open.</param>
    /// <param name="summary">The summary whose curves are written.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteCsv(Stream stream, ExperimentSummary summary)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(summary);
        var text = new StringBuilder($"algorithm,axis,{string.Join(',', s_numbers)},provenance\n");
        foreach ((AlgorithmCurve curve, CurvePoint point) in Rows(summary))
        {
            text.Append(CultureInfo.InvariantCulture, $"{curve.Algorithm},{curve.Axis},{point.At:R},{point.Runs},{point.Mean:R},{point.Median:R},");
            text.Append(CultureInfo.InvariantCulture, $"{point.Q25:R},{point.Q75:R},{point.MeanRank:R},{ProvenanceOf(summary)}\n");
        }

        stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Writes Parquet.</summary>
    /// <param name="stream">Where to write; it stays open.</param>
    /// <param name="summary">The summary whose curves are written.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteParquet(Stream stream, ExperimentSummary summary)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(summary);
        var algorithm = new ParquetColumn("algorithm", ParquetType.ByteArray);
        var axis = new ParquetColumn("axis", ParquetType.ByteArray);
        ParquetColumn[] numbers = [.. s_numbers.Select(name => new ParquetColumn(name, name == "runs" ? ParquetType.Int32 : ParquetType.Double))];
        var provenance = new ParquetColumn("provenance", ParquetType.ByteArray);
        var file = new ParquetFile(stream, [algorithm, axis, .. numbers, provenance], [new("provenance", ProvenanceOf(summary))]);
        long rows = 0;
        foreach ((AlgorithmCurve curve, CurvePoint point) in Rows(summary))
        {
            algorithm.Add(curve.Algorithm);
            axis.Add(curve.Axis);
            numbers[0].Add(point.At);
            numbers[1].Add((long)point.Runs);
            numbers[2].Add(point.Mean);
            numbers[3].Add(point.Median);
            numbers[4].Add(point.Q25);
            numbers[5].Add(point.Q75);
            numbers[6].Add(point.MeanRank);
            provenance.Add(ProvenanceOf(summary));
            rows++;
        }

        if (rows > 0)
        {
            file.WriteGroup(rows);
        }

        file.Complete();
    }

    private static IEnumerable<(AlgorithmCurve Curve, CurvePoint Point)> Rows(ExperimentSummary summary)
        => summary.Curves.SelectMany(curve => curve.Points.Select(point => (curve, point)));

    private static string ProvenanceOf(ExperimentSummary summary) => summary.Data.Provenance.ToString().ToLowerInvariant();
}
