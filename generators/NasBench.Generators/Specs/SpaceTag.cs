using System.Globalization;
using System.Text;

namespace NasBench.Generators;

/// <summary>The tag that cells of a space carry in their bits: a hash of the declaration, as <c>ISearchSpace.Tag</c> documents it.</summary>
internal static class SpaceTag
{
    /// <summary>The bits of a tag.</summary>
    public const int Width = 20;

    private const uint Mask = (1u << Width) - 1;

    /// <summary>The text that is hashed for NAS-Bench-101.</summary>
    public const string Nas101Text = "7,9,conv3x3-bn-relu,conv1x1-bn-relu,maxpool3x3";

    private static readonly uint Nas101Hash = Hash(Nas101Text);

    /// <summary>The tag of a declaration: 0 for that of NAS-Bench-101.</summary>
    public static uint Compute(string text) => Hash(text) ^ Nas101Hash;

    /// <summary>The text that is hashed: equal for equal declarations alone, because a name holds no comma.</summary>
    public static string Text(LimitSpec limits, EquatableArray<string> operations)
        => string.Format(CultureInfo.InvariantCulture, "{0},{1},{2}", limits.MaxVertices, limits.MaxEdges, string.Join(",", operations.AsSpan().ToArray()));

    /// <summary>FNV-1a with 64 bits, whose groups of 20 bits are combined by exclusive or.</summary>
    private static uint Hash(string text)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (byte unit in Encoding.UTF8.GetBytes(text))
        {
            hash = unchecked((hash ^ unit) * 0x100000001B3);
        }

        return (uint)(hash ^ (hash >> Width) ^ (hash >> (2 * Width)) ^ (hash >> (3 * Width))) & Mask;
    }
}
