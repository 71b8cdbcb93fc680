namespace NasBench.Data;

/// <summary>
/// Reads the protobuf message of a record: the original's <c>ModelMetrics</c>. Unknown fields are skipped; of a field that occurs more than
/// once, the last one counts; an absent field stays absent.
/// <code>
/// message ModelMetrics   { repeated EvaluationData evaluation_data = 1; optional int32 trainable_parameters = 2; optional double total_time = 3; }
/// message EvaluationData { optional double current_epoch = 1; optional double training_time = 2; optional double train_accuracy = 3;
///                          optional double validation_accuracy = 4; optional double test_accuracy = 5; optional string checkpoint_path = 6; }
/// </code>
/// </summary>
internal static class MetricsMessage
{
    internal const int EvaluationField = 1, ParametersField = 2, TotalTimeField = 3;
    internal const int EpochField = 1, TrainingTimeField = 2, TrainField = 3, ValidationField = 4, TestField = 5, CheckpointField = 6;

    /// <summary>Reads the message into a record whose metrics are absent.</summary>
    /// <returns><see cref="FaultKind.None"/>, <see cref="FaultKind.BadProtobuf"/> or <see cref="FaultKind.WrongEvaluations"/>.</returns>
    internal static FaultKind Read(ReadOnlySpan<byte> message, ref NasRecord record)
    {
        ProtobufCursor cursor = new(message);
        int evaluations = 0;
        while (!cursor.IsAtEnd)
        {
            if (!cursor.TryReadTag(out int field, out int wireType) || !TryReadField(ref cursor, field, wireType, ref record, ref evaluations))
            {
                return FaultKind.BadProtobuf;
            }
        }

        return evaluations == NasRecord.EvaluationCount ? FaultKind.None : FaultKind.WrongEvaluations;
    }

    private static bool TryReadField(ref ProtobufCursor cursor, int field, int wireType, ref NasRecord record, ref int evaluations)
    {
        switch (field, wireType)
        {
            case (EvaluationField, ProtobufCursor.LengthDelimited):
                return cursor.TryReadBytes(out ReadOnlySpan<byte> evaluation) && TryReadEvaluation(evaluation, evaluations++, ref record);
            case (ParametersField, ProtobufCursor.Varint):
                bool read = cursor.TryReadVarint(out ulong parameters);
                record.TrainableParameters = (int)parameters; // an int32 is the low half, as protobuf says
                return read;
            case (TotalTimeField, ProtobufCursor.Fixed64):
                read = cursor.TryReadDouble(out double totalTime);
                record.TotalTime = totalTime;
                return read;
            default:
                return cursor.TrySkip(field, wireType);
        }
    }

    private static bool TryReadEvaluation(ReadOnlySpan<byte> message, int number, ref NasRecord record)
    {
        ProtobufCursor cursor = new(message);
        Evaluation evaluation = Evaluation.Absent;
        bool isCounted = number < NasRecord.EvaluationCount;
        while (!cursor.IsAtEnd)
        {
            if (!cursor.TryReadTag(out int field, out int wireType))
            {
                return false;
            }

            if (field <= TestField && wireType == ProtobufCursor.Fixed64)
            {
                if (!cursor.TryReadDouble(out double value))
                {
                    return false;
                }

                evaluation = field switch
                {
                    EpochField => evaluation with { Epoch = value },
                    TrainingTimeField => evaluation with { TrainingTime = value },
                    TrainField => evaluation with { TrainAccuracy = value },
                    ValidationField => evaluation with { ValidationAccuracy = value },
                    _ => evaluation with { TestAccuracy = value },
                };
            }
            else if (field == CheckpointField && wireType == ProtobufCursor.LengthDelimited)
            {
                if (!cursor.TryReadBytes(out ReadOnlySpan<byte> path))
                {
                    return false;
                }

                if (isCounted)
                {
                    record.SetCheckpointPath(number, path);
                }
            }
            else if (!cursor.TrySkip(field, wireType))
            {
                return false;
            }
        }

        if (isCounted)
        {
            record.SetEvaluation(number, evaluation);
        }

        return true;
    }
}
