using OxyPlot;

namespace NasBench.Plots;

/// <summary>Room that stays free.</summary>
internal sealed class EmptyPanel : IPanel
{
    /// <inheritdoc/>
    public void Draw(PictureCanvas canvas, OxyRect box)
    {
    }
}
