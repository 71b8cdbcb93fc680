using System.Globalization;
using System.Text;

namespace NasBench.Search;

/// <summary>Rows as CSV with a heading; values that there are not are empty.</summary>
/// <param name="stream">Where to write; it stays open.</param>
/// <param name="provenance">Where the values come from.</param>
public sealed class CsvTraceWriter(Stream stream, string provenance) : ITraceWriter
{
    private const int FlushSize = 1 << 16;

    private readonly StringBuilder _text = new(
        "algorithm,run,step,module_hash,epochs,halfway,repeat,validation_accuracy,test_accuracy,training_time,spent_seconds,spent_epochs,"
        + "incumbent_validation,incumbent_test,incumbent_mean_test,regret,provenance\n");

    /// <inheritdoc/>
    public void Write(string algorithm, int run, IEnumerable<TraceRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        foreach (TraceRow row in rows)
        {
            string hash = row.Index < 0 ? "" : Nas101.HashAt(row.Index).ToString();
            string repeat = row.Repeat < 0 ? "" : row.Repeat.ToString(CultureInfo.InvariantCulture);
            _text.Append(CultureInfo.InvariantCulture, $"{algorithm},{run},{row.Step},{hash},{row.Epochs},{(row.IsHalfway ? "true" : "false")},{repeat},");
            Append(row.ValidationAccuracy);
            Append(row.TestAccuracy);
            Append(row.TrainingTime);
            Append(row.SpentSeconds);
            _text.Append(CultureInfo.InvariantCulture, $"{row.SpentEpochs},");
            Append(row.IncumbentValidation);
            Append(row.IncumbentTest);
            Append(row.IncumbentMeanTest);
            Append(row.Regret);
            _text.Append(provenance).Append('\n');
            if (_text.Length > FlushSize)
            {
                Flush();
            }
        }
    }

    /// <inheritdoc/>
    public void Complete() => Flush();

    private void Append(double value) => _text.Append(double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "").Append(',');

    private void Flush()
    {
        stream.Write(Encoding.UTF8.GetBytes(_text.ToString()));
        _text.Clear();
    }
}
