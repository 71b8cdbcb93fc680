using OxyPlot;

namespace NasBench.Plots;

/// <summary>A part of a figure.</summary>
internal interface IPanel
{
    /// <summary>Draws it.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="box">The room that it has.</param>
    void Draw(PictureCanvas canvas, OxyRect box);
}
