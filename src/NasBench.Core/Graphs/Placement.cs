using System.Numerics;

namespace NasBench;

/// <summary>
/// One way in which the kept vertices of a class lie in a seven-vertex graph, without the vertices off every path:
/// what all encodings with these vertices share.
/// </summary>
/// <param name="Mask">The edges of the kept vertices.</param>
/// <param name="Kept">The kept vertices, bit v for vertex v.</param>
/// <param name="Operations">Three bits for each interior vertex, 0 on the others.</param>
internal readonly record struct Placement(uint Mask, byte Kept, ushort Operations)
{
    /// <summary>The most placements of a class: 5! orders, or fewer vertices on more places.</summary>
    public const int MaxCount = 120;

    /// <summary>Lists the placements of the class of a pruned cell, each once.</summary>
    /// <param name="pruned">The cell.</param>
    /// <param name="places">The number of interior places that may be taken: the encodings have two more vertices.</param>
    /// <param name="placements">Receives at most <see cref="MaxCount"/>.</param>
    /// <returns>Their number.</returns>
    public static int List(Cell pruned, int places, Span<Placement> placements)
    {
        uint mask = Adjacency.PadToSeven(pruned.AdjacencyBits, pruned.Vertices);
        int interior = pruned.Vertices - 2;
        int count = 0;
        for (int assignment = 0; assignment < AssignmentTables.Count; assignment++)
        {
            ReadOnlySpan<byte> images = Nas101.Relabellings.Slice(assignment * Cell.MaxInteriorVertices, Cell.MaxInteriorVertices);
            if (IsFirstOfItsKind(images, interior, places)
                && TryMap(mask, assignment, out uint mapped)
                && Create(pruned, images[..interior], mapped) is var placement
                && !placements[..count].Contains(placement))
            {
                placements[count++] = placement;
            }
        }

        return count;
    }

    /// <summary>
    /// Whether an assignment puts no vertex outside the allowed places, and keeps the places without a vertex in order, so that it is the only one of those
    /// that differ in nothing else.
    /// </summary>
    private static bool IsFirstOfItsKind(ReadOnlySpan<byte> images, int interior, int places)
    {
        for (int place = 0; place < interior; place++)
        {
            if (images[place] >= places)
            {
                return false;
            }
        }

        for (int place = interior + 1; place < images.Length; place++)
        {
            if (images[place] < images[place - 1])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Maps edges if all of them come out forwards.</summary>
    private static bool TryMap(uint mask, int assignment, out uint mapped)
    {
        mapped = Relabelling.MapEdges(mask, assignment);
        return BitOperations.PopCount(mapped) == BitOperations.PopCount(mask);
    }

    private static Placement Create(Cell pruned, ReadOnlySpan<byte> images, uint mapped)
    {
        uint kept = 1u | (1u << (Cell.MaxVertices - 1));
        uint operations = 0;
        for (int place = 0; place < images.Length; place++)
        {
            kept |= 1u << (images[place] + 1);
            operations |= (uint)pruned.OperationAt(place + 1) << (Cell.OperationWidth * images[place]);
        }

        return new Placement(mapped, (byte)kept, (ushort)operations);
    }
}
