using Apache.Arrow;

namespace NasBench.Export.Tests;

/// <summary>What Arrow's reader finds.</summary>
internal static class ArrowValues
{
    /// <summary>A value of a column; null where it is absent.</summary>
    public static object? At(IArrowArray column, int row) => column switch
    {
        StringArray texts => texts.GetString(row),
        Int32Array numbers => numbers.GetValue(row),
        DoubleArray numbers => numbers.GetValue(row),
        DictionaryArray codes => ((StringArray)codes.Dictionary).GetString(
            codes.Indices is Int32Array numbers ? numbers.GetValue(row)!.Value : ((Int16Array)codes.Indices).GetValue(row)!.Value),
        _ => throw new InvalidOperationException($"unexpected column {column.GetType()}"),
    };
}
