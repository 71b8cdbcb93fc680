using System.Numerics;

namespace NasBench;

/// <summary>Three values for each of the five interior vertices, one of them 1.</summary>
internal static class OneHotOperations
{
    /// <summary>The number of values of a vertex.</summary>
    public const int Operations = 3;

    /// <summary>The number of values of all interior vertices.</summary>
    public const int Length = EncodedParts.Vertices * Operations;

    /// <summary>Writes the operations of a cell.</summary>
    /// <param name="padded">The cell.</param>
    /// <param name="first">Where the 1 of operation 0 stands; those of operations 1 and 2 follow, and after the last place comes the first.</param>
    /// <param name="values">Receives <see cref="Length"/> values.</param>
    public static void Write<T>(Cell padded, int first, Span<T> values)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        values[..Length].Clear();
        for (int interior = 0; interior < EncodedParts.Vertices; interior++)
        {
            values[(interior * Operations) + ((padded.OperationAt(interior + 1) + first) % Operations)] = T.One;
        }
    }

    /// <summary>Reads them back as operation bits.</summary>
    /// <param name="values">At least <see cref="Length"/> values.</param>
    /// <param name="first">As for <see cref="Write"/>.</param>
    /// <param name="operations">Operation bits.</param>
    /// <returns>Whether each vertex has exactly one 1 and else zeros.</returns>
    public static bool TryRead<T>(ReadOnlySpan<T> values, int first, out uint operations)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        operations = 0;
        for (int interior = 0; interior < EncodedParts.Vertices; interior++)
        {
            ReadOnlySpan<T> choice = values.Slice(interior * Operations, Operations);
            int position = choice.IndexOf(T.One);
            if (position < 0 || choice.Count(T.Zero) != Operations - 1)
            {
                return false;
            }

            operations |= (uint)((position + Operations - first) % Operations) << (Cell.OperationWidth * interior);
        }

        return true;
    }
}
