namespace NasBench.Plots;

/// <summary>A format of pictures.</summary>
public enum PictureFormat : byte
{
    /// <summary>SVG: text as outlines.</summary>
    Svg,

    /// <summary>PNG.</summary>
    Png,

    /// <summary>PDF: the letters that are used are embedded.</summary>
    Pdf,
}
