namespace NasBench.Data;

/// <summary>Which of the two evaluations of a run that queries answer: the one after half of its epochs, or the one at its end.</summary>
public enum EvaluationPoint : byte
{
    /// <summary>
    /// After half of the epochs: what the original's queries answer with <c>stop_halfway</c>. The learning rate is still high there, so the accuracies do not
    /// compare with those at the end of a run of half as many epochs.
    /// </summary>
    Halfway,

    /// <summary>At the end of the run.</summary>
    Final,
}
