namespace NasBench.Analysis;

/// <summary>By what a cell is the best.</summary>
public enum BestKind : byte
{
    /// <summary>Mean test accuracy over the repeats.</summary>
    TestMean,

    /// <summary>Test accuracy of the cell's best repeat.</summary>
    TestSingle,

    /// <summary>Mean validation accuracy over the repeats.</summary>
    ValidMean,

    /// <summary>Validation accuracy of the cell's best repeat.</summary>
    ValidSingle,
}
