using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>The indices of the cells of a space, as arguments.</summary>
internal static class IndexCheck
{
    /// <summary>Refuses an index that the space does not have.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is not in the space; for -1 the message says where it comes from.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ThrowIfOutside<TSpace>(int index, [CallerArgumentExpression(nameof(index))] string? name = null)
        where TSpace : ISearchSpace<TSpace>
        => ThrowIfOutside(index, TSpace.CellCount, name);

    /// <summary>Refuses an index that a space of so many cells does not have.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is not in the space; for -1 the message says where it comes from.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ThrowIfOutside(int index, int count, [CallerArgumentExpression(nameof(index))] string? name = null)
    {
        if ((uint)index >= (uint)count)
        {
            Throw(index, count, name);
        }
    }

    [DoesNotReturn]
    private static void Throw(int index, int count, string? name)
    {
        string cause = index == -1 ? "-1 is what Locate answers for a cell that is not in the space" : "no cell of the space has this index";
        throw new ArgumentOutOfRangeException(name, index, $"{cause}: indices are 0 to {count - 1}");
    }
}
