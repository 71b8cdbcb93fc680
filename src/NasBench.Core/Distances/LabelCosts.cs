namespace NasBench;

/// <summary>The cost of two places with different labels: the only point in which the two edit distances differ.</summary>
internal static class LabelCosts
{
    private const ulong EveryByte = 0x0101010101010101;

    /// <summary>The lowest bit of each of the five labels.</summary>
    private const uint LowBits = 0x1249;

    /// <summary>The cost of a label on one side and another on the other.</summary>
    /// <param name="label">A label.</param>
    /// <param name="other">The label that it meets.</param>
    /// <param name="dummiesAreFree">Whether a dummy costs nothing, whatever it meets.</param>
    public static int Of(int label, int other, bool dummiesAreFree)
        => label == other || (dummiesAreFree && (label == AlignedCell.Dummy || other == AlignedCell.Dummy)) ? 0 : 1;

    /// <summary>The cost of five labels that meet five others.</summary>
    public static int Sum(uint labels, uint others, bool dummiesAreFree)
    {
        uint differing = AnyBit(labels ^ others);
        if (dummiesAreFree)
        {
            differing &= ~(AllBits(labels) | AllBits(others));
        }

        return System.Numerics.BitOperations.PopCount(differing);
    }

    /// <summary>The cost of one label against each of five others, one byte for each.</summary>
    public static ulong Against(int label, ulong others, bool dummiesAreFree)
    {
        // A byte is not zero exactly if adding 0x7F carries into its top bit.
        ulong differing = (((others ^ ((ulong)(uint)label * EveryByte)) + (0x7F * EveryByte)) >> 7) & EveryByte;
        if (dummiesAreFree)
        {
            ulong real = (((others ^ (AlignedCell.Dummy * EveryByte)) + (0x7F * EveryByte)) >> 7) & EveryByte;
            differing = label == AlignedCell.Dummy ? 0 : differing & real;
        }

        return differing;
    }

    /// <summary>Spreads five labels of three bits over five bytes.</summary>
    public static ulong Spread(uint labels)
    {
        ulong bits = labels;
        return (bits & 7) | ((bits & (7 << 3)) << 5) | ((bits & (7 << 6)) << 10) | ((bits & (7 << 9)) << 15) | ((bits & (7 << 12)) << 20);
    }

    private static uint AnyBit(uint labels) => (labels | (labels >> 1) | (labels >> 2)) & LowBits;

    private static uint AllBits(uint labels) => labels & (labels >> 1) & (labels >> 2) & LowBits;
}
