using System.Globalization;
using System.Text;

namespace NasBench.Generators;

/// <summary>The first round of the module hash: MD5 of the text that Python writes for the tuple (out, in, label).</summary>
internal static class DigestTable
{
    /// <summary>The degrees of a vertex in a cell of seven vertices: 0 to 6.</summary>
    public const int Degrees = 7;

    /// <summary>Labels begin at -2, the output's.</summary>
    public const int FirstLabel = -2;

    public static byte[] Build(int operations)
    {
        var digests = new List<byte>();
        for (int outDegree = 0; outDegree < Degrees; outDegree++)
        {
            for (int inDegree = 0; inDegree < Degrees; inDegree++)
            {
                for (int label = FirstLabel; label < operations; label++)
                {
                    string tuple = string.Format(CultureInfo.InvariantCulture, "({0}, {1}, {2})", outDegree, inDegree, label);
                    digests.AddRange(ShortMd5.Hash(Encoding.ASCII.GetBytes(tuple)));
                }
            }
        }

        return [.. digests];
    }
}
