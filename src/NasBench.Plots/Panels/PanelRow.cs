namespace NasBench.Plots;

/// <summary>Panels side by side.</summary>
/// <param name="Panels">Each with the part of the width that it has, in proportion.</param>
/// <param name="Height">The part of the height that the row has, in proportion.</param>
internal sealed record PanelRow(IReadOnlyList<(IPanel Panel, double Width)> Panels, double Height = 1)
{
    /// <summary>Panels of equal width.</summary>
    public static PanelRow Of(params IEnumerable<IPanel> panels) => new([.. panels.Select(panel => (panel, 1.0))]);
}
