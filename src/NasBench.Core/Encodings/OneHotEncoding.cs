using System.Numerics;

namespace NasBench;

/// <summary>
/// The adjacency encoding with operations one-hot (NASLib's <c>encode_adj</c>): the 21 edges in reading order of the matrix as 0 or 1,
/// then three values for each interior vertex, in canonical order of the operations, one of them 1.
/// </summary>
public readonly struct OneHotEncoding : IInvertibleEncoding
{
    /// <summary>The number of values: 21 + 5 * 3.</summary>
    public const int Length = EncodedParts.Edges + (EncodedParts.Vertices * Operations);

    private const int Operations = 3;

    /// <inheritdoc/>
    public static string Name => "one-hot";

    /// <inheritdoc/>
    public static int ValueCount => Length;

    /// <inheritdoc/>
    public static bool TryEncode<T>(Cell cell, Span<T> values)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        if (values.Length < Length || !EncodedParts.TryPad(cell, out Cell padded))
        {
            return false;
        }

        EncodedParts.WriteEdges(padded, values);
        Span<T> operations = values[EncodedParts.Edges..Length];
        operations.Clear();
        for (int vertex = 1; vertex <= EncodedParts.Vertices; vertex++)
        {
            operations[((vertex - 1) * Operations) + padded.OperationAt(vertex)] = T.One;
        }

        return true;
    }

    /// <inheritdoc/>
    public static bool TryDecode<T>(ReadOnlySpan<T> values, out Cell cell)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        cell = default;
        if (values.Length < Length || !EncodedParts.TryReadEdges(values, out uint edges))
        {
            return false;
        }

        uint operations = 0;
        for (int vertex = 0; vertex < EncodedParts.Vertices; vertex++)
        {
            ReadOnlySpan<T> choice = values.Slice(EncodedParts.Edges + (vertex * Operations), Operations);
            int operation = choice.IndexOf(T.One);
            if (operation < 0 || choice.Count(T.Zero) != Operations - 1)
            {
                return false;
            }

            operations |= (uint)operation << (Cell.OperationWidth * vertex);
        }

        cell = EncodedParts.Create(edges, operations);
        return true;
    }
}
