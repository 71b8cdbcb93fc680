namespace NasBench.Data;

/// <summary>The names and the order of the columns of a record. They are the same in all formats that hold a table of records.</summary>
internal static class ExportColumns
{
    /// <summary>Measured values of a record: four metrics of three evaluations, and the total time.</summary>
    public const int ValueCount = 13;

    public const string Hash = "module_hash";
    public const string Adjacency = "module_adjacency";
    public const string Operations = "module_operations";
    public const string Parameters = "trainable_parameters";
    public const string Epochs = "epochs";
    public const string Repeat = "repeat";
    public const string Provenance = "provenance";

    /// <summary>The names of the measured values.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [
        .. from evaluation in (string[])["initial", "halfway", "final"]
           from metric in (string[])["training_time", "train_accuracy", "validation_accuracy", "test_accuracy"]
           select $"{evaluation}_{metric}",
        "total_time",
    ];

    /// <summary>The names of all columns.</summary>
    public static IReadOnlyList<string> All { get; } = [Hash, Adjacency, Operations, Parameters, Epochs, Repeat, .. Values, Provenance];

    /// <summary>The measured values of a repeat, in the order of their names.</summary>
    public static void GetValues(in RecordedRun recorded, Span<double> values)
    {
        Fill(recorded.Initial, values);
        Fill(recorded.Halfway, values[4..]);
        Fill(recorded.Final, values[8..]);
        values[12] = recorded.TotalTime;
    }

    /// <summary>The four metrics of a run as single precision, in the order of their names.</summary>
    public static void GetValues(in Metrics metrics, Span<float> values)
    {
        values[0] = (float)metrics.TrainingTime;
        values[1] = (float)metrics.TrainAccuracy;
        values[2] = (float)metrics.ValidationAccuracy;
        values[3] = (float)metrics.TestAccuracy;
    }

    /// <summary>The word for where values come from.</summary>
    public static string NameOf(Provenance provenance) => provenance switch
    {
        NasBench.Data.Provenance.Measured => "measured",
        NasBench.Data.Provenance.Synthetic => "synthetic",
        NasBench.Data.Provenance.Mixed => "mixed",
        _ => "unknown",
    };

    private static void Fill(in Evaluation evaluation, Span<double> values)
    {
        values[0] = evaluation.TrainingTime;
        values[1] = evaluation.TrainAccuracy;
        values[2] = evaluation.ValidationAccuracy;
        values[3] = evaluation.TestAccuracy;
    }
}
