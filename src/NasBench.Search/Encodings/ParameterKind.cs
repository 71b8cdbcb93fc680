namespace NasBench.Search;

/// <summary>What values a parameter of an encoding takes.</summary>
public enum ParameterKind : byte
{
    /// <summary>One of some choices without an order, numbered from 0.</summary>
    Categorical,

    /// <summary>A whole number from 0.</summary>
    Integer,

    /// <summary>A number in [0, 1).</summary>
    Continuous,
}
