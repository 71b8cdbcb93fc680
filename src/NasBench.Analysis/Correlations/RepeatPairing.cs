namespace NasBench.Analysis;

/// <summary>Which trainings of a cell are compared.</summary>
public enum RepeatPairing : byte
{
    /// <summary>The means over the repeats.</summary>
    Means,

    /// <summary>Repeats of the same number: at one number of epochs the same training, else two that have nothing else in common.</summary>
    Same,

    /// <summary>Repeats of different numbers, which are different trainings. Of a column with itself it is the ceiling that noise leaves to every
    /// prediction of one training.</summary>
    Other,
}
