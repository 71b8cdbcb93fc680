namespace NasBench.Data;

/// <summary>Words for where values come from.</summary>
public static class ProvenanceNames
{
    /// <summary>The word that files and answers carry: <c>measured</c>, <c>synthetic</c>, <c>mixed</c> or <c>unknown</c>.</summary>
    /// <param name="provenance">Where values come from.</param>
    public static string GetName(this Provenance provenance) => provenance switch
    {
        Provenance.Measured => "measured",
        Provenance.Synthetic => "synthetic",
        Provenance.Mixed => "mixed",
        _ => "unknown",
    };

    /// <summary>Whether some of the values are made up, which answers and pictures must say.</summary>
    /// <param name="provenance">Where values come from.</param>
    public static bool IsMadeUp(this Provenance provenance) => provenance is Provenance.Synthetic or Provenance.Mixed;
}
