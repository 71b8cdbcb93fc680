namespace NasBench.Generators;

/// <summary>The names of the pipeline's steps; tests ask by them whether a step was cached.</summary>
internal static class TrackingNames
{
    /// <summary>Attribute to spec or diagnostics.</summary>
    public const string Declarations = nameof(Declarations);

    /// <summary>The accepted specs.</summary>
    public const string Specs = nameof(Specs);

    /// <summary>The tables of each spec: the one expensive step.</summary>
    public const string Spaces = nameof(Spaces);

    /// <summary>What is wrong with the others.</summary>
    public const string Diagnostics = nameof(Diagnostics);

    /// <summary>Spaces that cannot be told apart.</summary>
    public const string TakenTags = nameof(TakenTags);
}
