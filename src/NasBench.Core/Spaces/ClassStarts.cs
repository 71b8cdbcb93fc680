using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>Where to begin looking for the class of an index: for every few indices, the class of the first of them.</summary>
/// <typeparam name="TSpace">The search space.</typeparam>
/// <remarks>
/// Classes of NAS-Bench-101 have 170 cells on average, so the class found is nearly always the right one or the one before it. 26 KB: first-level cache.
/// </remarks>
internal static class ClassStarts<TSpace>
    where TSpace : ISearchSpace<TSpace>
{
    private const int Shift = 5;

    private static readonly ushort[] s_classes = Build();

    /// <summary>A class that does not come after the class of an index.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Before(int index) => s_classes[index >> Shift];

    private static ushort[] Build()
    {
        var classes = new ushort[((TSpace.CellCount - 1) >> Shift) + 1];
        int number = 0;
        for (int i = 0; i < classes.Length; i++)
        {
            while (TSpace.ClassFirstIndices[number + 1] <= i << Shift)
            {
                number++;
            }

            classes[i] = (ushort)number;
        }

        return classes;
    }
}
