using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>The indices of the cells of a space, as arguments.</summary>
internal static class CellIndex
{
    /// <summary>Refuses an index that the space does not have.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is not in the space; of -1 the message says where it comes from.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ThrowIfOutside<TSpace>(int index, [CallerArgumentExpression(nameof(index))] string? name = null)
        where TSpace : ISearchSpace<TSpace>
    {
        if ((uint)index >= (uint)TSpace.CellCount)
        {
            Throw(index, TSpace.CellCount, name);
        }
    }

    [DoesNotReturn]
    private static void Throw(int index, int count, string? name)
    {
        string cause = index == -1 ? "-1 is what Locate answers for a cell that is not in the space" : "no cell of the space has this index";
        throw new ArgumentOutOfRangeException(name, index, $"{cause}: indices are 0 to {count - 1}");
    }
}
