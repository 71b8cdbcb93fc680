using System.Numerics;

namespace NasBench;

/// <summary>The configuration spaces in which nine values choose among the 21 edges.</summary>
internal static class ConfigurationEdges
{
    /// <summary>The number of choices.</summary>
    public const int MaxEdges = 9;

    private const int Length = EncodedParts.Vertices + MaxEdges;

    public static bool TryEncode<T>(Cell cell, Span<T> values, bool isRowMajor)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        if (values.Length < Length || !EncodedParts.TryPad(cell, out Cell padded) || padded.EdgeCount is 0 or > MaxEdges)
        {
            return false;
        }

        ConfigurationOperations.Write(padded, values);
        Span<T> choices = values[EncodedParts.Vertices..Length];
        int count = 0;
        for (int number = 0; number < EncodedParts.Edges; number++)
        {
            if (((padded.AdjacencyBits >> EdgeOf(number, isRowMajor)) & 1) != 0)
            {
                choices[count++] = T.CreateTruncating(number);
            }
        }

        choices[count..].Fill(choices[count - 1]);
        return true;
    }

    public static bool TryDecode<T>(ReadOnlySpan<T> values, bool isRowMajor, out Cell cell)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        cell = default;
        if (values.Length < Length || !ConfigurationOperations.TryRead(values, out uint operations))
        {
            return false;
        }

        uint edges = 0;
        foreach (T value in values[EncodedParts.Vertices..Length])
        {
            if (!EncodedParts.TryReadNumber(value, EncodedParts.Edges, out int number))
            {
                return false;
            }

            edges |= 1u << EdgeOf(number, isRowMajor);
        }

        cell = EncodedParts.Create(edges, operations);
        return true;
    }

    private static int EdgeOf(int number, bool isRowMajor)
        => isRowMajor ? RowMajorEdges.Of(Cell.MaxVertices)[number] : EncodedParts.Edges - 1 - number;
}
