namespace NasBench.Search;

/// <summary>What a search wants: a high validation accuracy alone, or together with a low second objective.</summary>
public enum SearchObjectives : byte
{
    /// <summary>Accuracy alone.</summary>
    Accuracy,

    /// <summary>Accuracy, and few trainable parameters, which are known before a cell is trained.</summary>
    AccuracyParameters,

    /// <summary>Accuracy, and a short training, which the answer tells.</summary>
    AccuracyTime,
}
