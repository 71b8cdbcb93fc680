namespace NasBench.Data;

/// <summary>The trainable parameters of every cell of the space, which records are compared with: 1.7 MB, made within milliseconds at first use.</summary>
internal static class TrueParameters
{
    /// <summary>By index: the parameters of the representative.</summary>
    public static int[] OfAllCells { get; } = Compute();

    private static int[] Compute()
    {
        int[] parameters = GC.AllocateUninitializedArray<int>(Space<Nas101>.Count);
        CellCosts.FillTrainableParameters(parameters);
        return parameters;
    }
}
