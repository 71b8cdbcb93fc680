using OxyPlot;

namespace NasBench.Plots;

/// <summary>How a text looks.</summary>
/// <param name="Size">The size of the font in points.</param>
/// <param name="Color">Its colour.</param>
/// <param name="IsBold">Whether it is set in the heavier weight.</param>
internal readonly record struct TextStyle(double Size, OxyColor Color, bool IsBold = false)
{
    /// <summary>The font.</summary>
    public TypeFace Face => TypeFace.Of(IsBold);

    /// <summary>The width of a text.</summary>
    public double Measure(string text) => Face.Measure(text, Size);
}
