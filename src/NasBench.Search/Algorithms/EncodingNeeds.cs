namespace NasBench.Search;

/// <summary>What an algorithm asks of the encoding that it searches in.</summary>
public enum EncodingNeeds : byte
{
    /// <summary>Nothing: every encoding will do.</summary>
    Nothing,

    /// <summary>Genotypes, to copy and change.</summary>
    Genotypes,

    /// <summary>Parameters of any kind, for a model.</summary>
    Parameters,

    /// <summary>Parameters that all are categorical.</summary>
    Categories,

    /// <summary>Raw cells as genotypes.</summary>
    Edges,
}
