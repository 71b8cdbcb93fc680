namespace NasBench.Data;

/// <summary>The kinds of sections of a compact file, in the order of the file. The numbers are part of the format.</summary>
internal enum CompactSectionKind
{
    Runs = 1,
    Hashes = 2,
    HashIndex = 3,
    Parameters = 4,
    Cells = 5,
    NoncanonicalCells = 6,
    Details = 7,
    Escapes = 8,
    Text = 9,
}
