namespace NasBench;

/// <summary>Where random bits come from. A struct that implements it is passed by reference and inlined into the samplers.</summary>
public interface IRandomSource
{
    /// <summary>Draws 64 independent, uniform bits.</summary>
    /// <returns>The bits.</returns>
    ulong NextBits();
}
