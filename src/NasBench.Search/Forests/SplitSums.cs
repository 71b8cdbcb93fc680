using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NasBench.Search;

/// <summary>
/// The samples of a node counted and summed for each column: a lane of 64 bits holds the number of samples that have the bit (20 bits) and the sum of their
/// targets (44 bits). Whole numbers, so that the order of samples makes no difference and the sums of one side follow from the other's.
/// </summary>
internal static class SplitSums
{
    /// <summary>The bits of a sum.</summary>
    public const int SumWidth = 44;

    /// <summary>The bits of a target.</summary>
    public const int TargetWidth = 24;

    /// <summary>The most samples.</summary>
    public const int MaxSamples = (1 << (64 - SumWidth)) - 1;

    private const ulong SumMask = (1UL << SumWidth) - 1;

    private static ReadOnlySpan<ulong> LaneBits =>
    [
        1UL << 0, 1UL << 1, 1UL << 2, 1UL << 3, 1UL << 4, 1UL << 5, 1UL << 6, 1UL << 7, 1UL << 8, 1UL << 9,
        1UL << 10, 1UL << 11, 1UL << 12, 1UL << 13, 1UL << 14, 1UL << 15, 1UL << 16, 1UL << 17, 1UL << 18, 1UL << 19,
        1UL << 20, 1UL << 21, 1UL << 22, 1UL << 23, 1UL << 24, 1UL << 25, 1UL << 26, 1UL << 27, 1UL << 28, 1UL << 29,
        1UL << 30, 1UL << 31, 1UL << 32, 1UL << 33, 1UL << 34, 1UL << 35, 1UL << 36, 1UL << 37, 1UL << 38, 1UL << 39,
    ];

    /// <summary>A sample's part of a sum.</summary>
    /// <param name="weight">How many times it counts.</param>
    /// <param name="target">Its target.</param>
    public static ulong Pack(int weight, uint target) => (ulong)weight * ((1UL << SumWidth) | target);

    /// <summary>The number of samples in a sum.</summary>
    public static int CountOf(ulong sum) => (int)(sum >> SumWidth);

    /// <summary>The sum of their targets.</summary>
    public static double TargetsOf(ulong sum) => sum & SumMask;

    /// <summary>Sums samples for the 40 columns of each word.</summary>
    /// <param name="entries">Samples: each its part of a sum, then its row.</param>
    /// <param name="words">The words of a row.</param>
    /// <param name="sums">Receives a lane for each column.</param>
    public static void Add(ReadOnlySpan<ulong> entries, int words, Span<ulong> sums)
    {
        ref ulong start = ref MemoryMarshal.GetReference(entries);
        int stride = words + 1;
        for (int word = 0; word < words; word++)
        {
            AddWord(ref start, entries.Length, stride, word + 1, sums.Slice(word * SplitColumns.WordWidth, SplitColumns.WordWidth));
        }
    }

    /// <summary>The sums of the other side.</summary>
    public static void Subtract(ReadOnlySpan<ulong> whole, ReadOnlySpan<ulong> part, Span<ulong> rest)
    {
        for (int lane = 0; lane < whole.Length; lane++)
        {
            rest[lane] = whole[lane] - part[lane];
        }
    }

    /// <summary>
    /// How much a split by each column lowers the sum of squared errors, but for a factor that all columns of the node share; 0 for one that leaves too few
    /// samples on a side.
    /// </summary>
    /// <param name="total">The sum of the node.</param>
    /// <param name="sums">A lane for each column.</param>
    /// <param name="minLeaf">The fewest samples on each side.</param>
    /// <param name="allowed">The columns that may be used, as a row.</param>
    /// <param name="scores">Receives the score of each column; 0 for one that may not be used.</param>
    /// <returns>The highest score.</returns>
    public static double Score(ulong total, ReadOnlySpan<ulong> sums, int minLeaf, ReadOnlySpan<ulong> allowed, Span<double> scores)
    {
        ref ulong lanes = ref MemoryMarshal.GetReference(sums);
        ref double to = ref MemoryMarshal.GetReference(scores);
        ref ulong laneBits = ref MemoryMarshal.GetReference(LaneBits);
        Vector256<double> count = Vector256.Create((double)CountOf(total));
        Vector256<double> targets = Vector256.Create(TargetsOf(total));
        Vector256<double> least = Vector256.Create((double)minLeaf);
        Vector256<double> most = count - least;
        Vector256<double> best = Vector256<double>.Zero;
        for (int word = 0; word < allowed.Length; word++)
        {
            Vector256<ulong> bits = Vector256.Create(allowed[word]);
            for (int lane = 0; lane < SplitColumns.WordWidth; lane += Vector256<ulong>.Count)
            {
                var place = (nuint)((word * SplitColumns.WordWidth) + lane);
                Vector256<ulong> sum = Vector256.LoadUnsafe(ref lanes, place);
                Vector256<double> some = Vector256.ConvertToDouble((sum >> SumWidth).AsInt64());
                Vector256<double> someTargets = Vector256.ConvertToDouble((sum & Vector256.Create(SumMask)).AsInt64());
                Vector256<double> gap = (count * someTargets) - (some * targets);
                Vector256<double> score = gap * gap / (some * (count - some));
                Vector256<ulong> bit = Vector256.LoadUnsafe(ref laneBits, (nuint)lane);
                Vector256<double> fits = Vector256.GreaterThanOrEqual(some, least) & Vector256.LessThanOrEqual(some, most)
                    & Vector256.Equals(bits & bit, bit).AsDouble();
                score &= fits;
                score.StoreUnsafe(ref to, place);
                best = Vector256.ConditionalSelect(Vector256.GreaterThan(score, best), score, best);
            }
        }

        return Math.Max(Math.Max(best[0], best[1]), Math.Max(best[2], best[3]));
    }

    private static void AddWord(ref ulong entries, int length, int stride, int offset, Span<ulong> sums)
    {
        ref ulong lane = ref MemoryMarshal.GetReference(LaneBits);
        Vector256<ulong> b0 = Vector256.LoadUnsafe(ref lane, 0);
        Vector256<ulong> b1 = Vector256.LoadUnsafe(ref lane, 4);
        Vector256<ulong> b2 = Vector256.LoadUnsafe(ref lane, 8);
        Vector256<ulong> b3 = Vector256.LoadUnsafe(ref lane, 12);
        Vector256<ulong> b4 = Vector256.LoadUnsafe(ref lane, 16);
        Vector256<ulong> b5 = Vector256.LoadUnsafe(ref lane, 20);
        Vector256<ulong> b6 = Vector256.LoadUnsafe(ref lane, 24);
        Vector256<ulong> b7 = Vector256.LoadUnsafe(ref lane, 28);
        Vector256<ulong> b8 = Vector256.LoadUnsafe(ref lane, 32);
        Vector256<ulong> b9 = Vector256.LoadUnsafe(ref lane, 36);
        Vector256<ulong> s0 = Vector256<ulong>.Zero;
        Vector256<ulong> s1 = s0;
        Vector256<ulong> s2 = s0;
        Vector256<ulong> s3 = s0;
        Vector256<ulong> s4 = s0;
        Vector256<ulong> s5 = s0;
        Vector256<ulong> s6 = s0;
        Vector256<ulong> s7 = s0;
        Vector256<ulong> s8 = s0;
        Vector256<ulong> s9 = s0;
        for (int i = 0; i < length; i += stride)
        {
            Vector256<ulong> value = Vector256.Create(Unsafe.Add(ref entries, i));
            Vector256<ulong> bits = Vector256.Create(Unsafe.Add(ref entries, i + offset));
            s0 += Vector256.Equals(bits & b0, b0) & value;
            s1 += Vector256.Equals(bits & b1, b1) & value;
            s2 += Vector256.Equals(bits & b2, b2) & value;
            s3 += Vector256.Equals(bits & b3, b3) & value;
            s4 += Vector256.Equals(bits & b4, b4) & value;
            s5 += Vector256.Equals(bits & b5, b5) & value;
            s6 += Vector256.Equals(bits & b6, b6) & value;
            s7 += Vector256.Equals(bits & b7, b7) & value;
            s8 += Vector256.Equals(bits & b8, b8) & value;
            s9 += Vector256.Equals(bits & b9, b9) & value;
        }

        s0.CopyTo(sums);
        s1.CopyTo(sums[4..]);
        s2.CopyTo(sums[8..]);
        s3.CopyTo(sums[12..]);
        s4.CopyTo(sums[16..]);
        s5.CopyTo(sums[20..]);
        s6.CopyTo(sums[24..]);
        s7.CopyTo(sums[28..]);
        s8.CopyTo(sums[32..]);
        s9.CopyTo(sums[36..]);
    }
}
