namespace NasBench.Search;

/// <summary>Whether something that was evaluated before is evaluated again.</summary>
public enum DedupRule : byte
{
    /// <summary>Always: another repeat is drawn, and paid. No published method does otherwise.</summary>
    Off,

    /// <summary>Not a class at the same number of epochs: the first answer is given again.</summary>
    Class,

    /// <summary>Not a raw cell at the same number of epochs: the first answer is given again.</summary>
    Raw,
}
