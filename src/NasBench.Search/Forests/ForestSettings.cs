namespace NasBench.Search;

/// <summary>How the trees of a forest are grown.</summary>
/// <param name="Trees">The number of trees.</param>
/// <param name="FeatureShare">The share of the features that a split may use, drawn anew for each.</param>
/// <param name="MinSplit">A node of fewer samples is a leaf.</param>
/// <param name="MinLeaf">The fewest samples on each side of a split.</param>
/// <param name="MaxDepth">The most splits from the root to a leaf.</param>
internal readonly record struct ForestSettings(int Trees, double FeatureShare, int MinSplit, int MinLeaf, int MaxDepth)
{
    /// <summary>The number of features that a split may use: the share of all, rounded down, and at least one.</summary>
    public int FeaturesPerSplit(int features) => Math.Clamp((int)(FeatureShare * features), 1, Math.Max(features, 1));

    /// <summary>Whether a node is a leaf whatever its samples are.</summary>
    public bool IsLeaf(int samples, int depth) => samples < MinSplit || samples < 2 * MinLeaf || depth >= MaxDepth;
}
