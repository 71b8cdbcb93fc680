namespace NasBench.Data;

/// <summary>Where values come from. Made-up values always say so.</summary>
public enum Provenance : byte
{
    /// <summary>It is not known where the values come from.</summary>
    Unknown,

    /// <summary>Measured by the authors of NAS-Bench-101.</summary>
    Measured,

    /// <summary>Made up by the formula of <see cref="SyntheticMetrics"/>.</summary>
    Synthetic,

    /// <summary>Of more than one kind: some values measured, others made up.</summary>
    Mixed,
}
