namespace NasBench.Data;

/// <summary>A part of a compact file.</summary>
/// <param name="Name">Its name, such as <c>runs-108</c>.</param>
/// <param name="Bytes">Its length in bytes.</param>
/// <param name="IsHot">Whether queries touch it.</param>
public sealed record CompactSection(string Name, long Bytes, bool IsHot);
