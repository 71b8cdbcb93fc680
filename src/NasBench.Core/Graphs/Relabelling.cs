using System.Numerics;

namespace NasBench;

/// <summary>A seven-vertex graph and its labels under one of the 120 relabellings of <see cref="Nas101"/>, whatever the space.</summary>
internal static class Relabelling
{
    /// <summary>The number of relabellings.</summary>
    public const int Count = 120;

    /// <summary>A relabelled edge that would point backwards.</summary>
    private const byte Reversed = 0x80;

    /// <summary>The images of the edges that come out forwards; the others are left out.</summary>
    public static uint MapEdges(uint mask, int relabelling)
    {
        ReadOnlySpan<byte> images = Nas101.EdgeRelabellings.Slice(relabelling * Cell.MaxEdges, Cell.MaxEdges);
        uint mapped = 0;
        for (uint rest = mask; rest != 0; rest &= rest - 1)
        {
            byte image = images[BitOperations.TrailingZeroCount(rest)];
            mapped |= image < Reversed ? 1u << image : 0;
        }

        return mapped;
    }

    /// <summary>Whether every edge comes out as an edge of another graph.</summary>
    public static bool MapsInto(uint from, uint to, int relabelling)
    {
        ReadOnlySpan<byte> images = Nas101.EdgeRelabellings.Slice(relabelling * Cell.MaxEdges, Cell.MaxEdges);
        for (uint rest = from; rest != 0; rest &= rest - 1)
        {
            byte image = images[BitOperations.TrailingZeroCount(rest)];
            if (image >= Reversed || ((to >> image) & 1) == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Moves the label of each interior vertex.</summary>
    public static uint MapLabels(uint labels, int relabelling)
    {
        ReadOnlySpan<byte> images = Nas101.Relabellings.Slice(relabelling * Cell.MaxInteriorVertices, Cell.MaxInteriorVertices);
        uint mapped = 0;
        for (int place = 0; place < images.Length; place++)
        {
            mapped |= ((labels >> (Cell.OperationWidth * place)) & Cell.OperationMask) << (Cell.OperationWidth * images[place]);
        }

        return mapped;
    }
}
