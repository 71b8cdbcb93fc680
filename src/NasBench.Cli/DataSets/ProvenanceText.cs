using NasBench.Data;

namespace NasBench.Cli;

/// <summary>Words for where values come from.</summary>
internal static class ProvenanceText
{
    /// <summary>The word of the command line.</summary>
    public static string GetName(this Provenance provenance) => provenance switch
    {
        Provenance.Measured => "measured",
        Provenance.Synthetic => "synthetic",
        Provenance.Mixed => "mixed",
        _ => "unknown",
    };

    /// <summary>Whether some of the values are made up.</summary>
    public static bool IsMadeUp(this Provenance provenance) => provenance is Provenance.Synthetic or Provenance.Mixed;
}
