using System.Runtime.CompilerServices;

namespace NasBench.Data;

/// <summary>Four metrics in ten bytes, for the values that NAS-Bench-101 holds: times are float32, accuracies float32(k/9984).</summary>
/// <remarks>
/// <code>
/// | byte | type    | what                                                              |
/// |------|---------|-------------------------------------------------------------------|
/// | 0    | float32 | training time in seconds; NaN = absent                             |
/// | 4    | uint16  | k of the train accuracy; 0xFFFF = absent                           |
/// | 6    | uint16  | k of the validation accuracy; 0xFFFF = absent                      |
/// | 8    | uint16  | k of the test accuracy; 0xFFFF = absent                            |
/// </code>
/// The denominator is 39 batches of 256 images. A value that is not exactly of the form is refused, and the caller keeps it elsewhere.
/// </remarks>
internal static class PackedMetrics
{
    public const int Size = 10;

    private const int TimeOffset = 0;
    private const int TrainOffset = 4;
    private const int ValidationOffset = 6;
    private const int TestOffset = 8;

    private const float Denominator = 9984;
    private const int LargestNumerator = 0xFFFE;
    private const ushort AbsentNumerator = 0xFFFF;

    /// <summary>Writes ten bytes if reading them gives the same four doubles to the bit.</summary>
    /// <param name="metrics">Any values; NaN counts as absent.</param>
    /// <param name="destination">At least <see cref="Size"/> bytes; left in any state if the answer is false.</param>
    public static bool TryWrite(in Metrics metrics, Span<byte> destination)
    {
        if (!TryPackTime(metrics.TrainingTime, out float time)
            || !TryPackAccuracy(metrics.TrainAccuracy, out ushort train)
            || !TryPackAccuracy(metrics.ValidationAccuracy, out ushort validation)
            || !TryPackAccuracy(metrics.TestAccuracy, out ushort test))
        {
            return false;
        }

        ref byte start = ref destination[..Size][0];
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref start, TimeOffset), time);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref start, TrainOffset), train);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref start, ValidationOffset), validation);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref start, TestOffset), test);
        return true;
    }

    /// <summary>Reads ten bytes written by <see cref="TryWrite"/>. The caller vouches for the ten bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Metrics Read(ref readonly byte start)
    {
        ref byte bytes = ref Unsafe.AsRef(in start);
        return new Metrics(
            Unsafe.ReadUnaligned<float>(ref Unsafe.Add(ref bytes, TimeOffset)),
            UnpackAccuracy(Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref bytes, TrainOffset))),
            UnpackAccuracy(Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref bytes, ValidationOffset))),
            UnpackAccuracy(Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref bytes, TestOffset))));
    }

    /// <summary>The accuracy k/9984 as the data files hold it: a float32 widened to double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Accuracy(int numerator) => numerator / Denominator;

    private static bool TryPackTime(double value, out float time)
    {
        time = (float)value;
        return double.IsNaN(value) || SameBits(time, value);
    }

    private static bool TryPackAccuracy(double value, out ushort numerator)
    {
        if (double.IsNaN(value))
        {
            numerator = AbsentNumerator;
            return true;
        }

        // float32(k/9984) is within 2^-24 of k/9984 relatively, so rounding the product finds k. Clamping first keeps the cast defined.
        int nearest = (int)(Math.Clamp(value * Denominator, 0, LargestNumerator) + 0.5);
        numerator = (ushort)Math.Min(nearest, LargestNumerator);
        return SameBits(Accuracy(numerator), value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double UnpackAccuracy(ushort numerator) => numerator == AbsentNumerator ? double.NaN : Accuracy(numerator);

    /// <summary>Equality that tells 0 from -0.</summary>
    private static bool SameBits(double left, double right) =>
        BitConverter.DoubleToInt64Bits(left) == BitConverter.DoubleToInt64Bits(right);
}
