using System.Text;

namespace NasBench.Data.Tests.Records;

/// <summary>A copy of a record for comparisons. Doubles are kept as bits, so that equal means equal to the bit, but every NaN is the same: absent.</summary>
internal sealed record DecodedRecord(ModuleHash Hash, Cell Cell, int Epochs, int? TrainableParameters, string Doubles, string Paths)
{
    internal static DecodedRecord From(in NasRecord record)
    {
        StringBuilder doubles = new(), paths = new();
        for (int i = 0; i < NasRecord.EvaluationCount; i++)
        {
            Evaluation e = record.GetEvaluation(i);
            foreach (double value in new[] { e.Epoch, e.TrainingTime, e.TrainAccuracy, e.ValidationAccuracy, e.TestAccuracy })
            {
                Append(doubles, value);
            }

            paths.Append(record.TryGetCheckpointPath(i, out ReadOnlySpan<byte> path) ? Convert.ToHexString(path) : "absent").Append(' ');
        }

        Append(doubles, record.TotalTime);
        return new DecodedRecord(record.Hash, record.Cell, record.Epochs, record.TrainableParameters, doubles.ToString(), paths.ToString());
    }

    /// <summary>Decodes by the way that the decoder chooses; the kind of fault where it is refused.</summary>
    internal static (DecodedRecord? Record, FaultKind Fault) Decode(ReadOnlySpan<byte> data) =>
        new RecordDecoder().TryDecode(data, out NasRecord record, out RecordFault fault) ? (From(record), FaultKind.None) : (null, fault.Kind);

    /// <summary>Decodes by the grammars.</summary>
    internal static (DecodedRecord? Record, FaultKind Fault) DecodeByGrammar(ReadOnlySpan<byte> data) =>
        new RecordDecoder().TryDecodeByGrammar(data, out NasRecord record, out RecordFault fault) ? (From(record), FaultKind.None) : (null, fault.Kind);

    private static void Append(StringBuilder text, double value) =>
        text.Append(double.IsNaN(value) ? "absent" : BitConverter.DoubleToUInt64Bits(value).ToString("x", null)).Append(' ');
}
