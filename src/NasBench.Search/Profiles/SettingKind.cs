namespace NasBench.Search;

/// <summary>What a setting's value is.</summary>
public enum SettingKind : byte
{
    /// <summary>A whole number within limits.</summary>
    Whole,

    /// <summary>A number within limits.</summary>
    Number,

    /// <summary>One of some words.</summary>
    Word,
}
