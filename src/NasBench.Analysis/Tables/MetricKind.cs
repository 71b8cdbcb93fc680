namespace NasBench.Analysis;

/// <summary>The columns of means that a landscape has.</summary>
public enum MetricKind : byte
{
    /// <summary>Validation accuracy, a fraction in [0, 1].</summary>
    Validation,

    /// <summary>Test accuracy, a fraction in [0, 1].</summary>
    Test,

    /// <summary>Train accuracy, a fraction in [0, 1].</summary>
    Train,

    /// <summary>Training time in seconds.</summary>
    TrainingTime,
}
