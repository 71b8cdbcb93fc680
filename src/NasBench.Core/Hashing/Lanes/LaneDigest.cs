namespace NasBench;

/// <summary>The digests of one vertex in all lanes: 12 vectors.</summary>
/// <remarks>
/// <code>
/// vectors  meaning
///  0-3     the digest as big-endian words, so that comparing numbers compares bytes
///  4-11    the digest in hexadecimal, as the little-endian words of a message
/// </code>
/// </remarks>
internal static class LaneDigest
{
    public const int BinaryWords = 4;

    public const int HexWords = 8;

    public const int Words = BinaryWords + HexWords;
}
