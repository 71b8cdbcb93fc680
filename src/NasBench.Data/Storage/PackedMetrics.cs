using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using X86 = System.Runtime.Intrinsics.X86;

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
/// The denominator is 39 batches of 256 images. A value that is not exactly of this form is refused, and the caller keeps it elsewhere. So is one that no
/// repeat can have measured (<see cref="ValueRanges"/>): an accuracy over 1, a time that is negative or infinite.
/// </remarks>
internal static class PackedMetrics
{
    public const int Size = 10;

    private const int TimeOffset = 0;
    private const int TrainOffset = 4;
    private const int ValidationOffset = 6;
    private const int TestOffset = 8;

    private const float Denominator = Accuracies.Denominator;
    private const int LargestNumerator = Accuracies.Denominator;
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

    /// <summary>As <see cref="TryWrite(in Metrics, Span{byte})"/>, from values that stand side by side, and faster where all four have the form.</summary>
    /// <param name="evaluation">The epoch, and behind it the four metrics: the values of an <see cref="Evaluation"/>.</param>
    /// <param name="destination">Sixteen bytes, all of which may be written; the first <see cref="Size"/> count.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryWrite(ref double evaluation, ref byte destination)
    {
        // The decoder has just written the first four values at once and the fifth alone: read as they were written, they need not reach the cache first.
        if (X86.Avx.IsSupported && TryWrite(Vector256.LoadUnsafe(ref evaluation).WithElement(0, Unsafe.Add(ref evaluation, 4)), ref destination))
        {
            return true;
        }

        var metrics = new Metrics(Unsafe.Add(ref evaluation, 1), Unsafe.Add(ref evaluation, 2), Unsafe.Add(ref evaluation, 3), Unsafe.Add(ref evaluation, 4));
        return TryWrite(metrics, MemoryMarshal.CreateSpan(ref destination, Size));
    }

    /// <summary>As <see cref="TryWrite(in Metrics, Span{byte})"/>, from a register.</summary>
    /// <param name="values">Test accuracy, training time, train accuracy, validation accuracy.</param>
    /// <param name="destination">Sixteen bytes, all of which may be written; the first <see cref="Size"/> count.</param>
    /// <returns>False also where a value is absent, and where the processor lacks the instructions.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryWrite(Vector256<double> values, ref byte destination)
    {
        if (X86.Avx.IsSupported && X86.Sse41.IsSupported && X86.Ssse3.IsSupported)
        {
            // The time stays a number. Rounding is to the nearest in both places.
            Vector128<int> numerators = X86.Avx.ConvertToVector128Int32(
                Vector256.MinNative(Vector256.MaxNative(values * Denominator, Vector256<double>.Zero), Vector256.Create((double)LargestNumerator)));
            Vector128<float> accuracies = X86.Sse2.ConvertToVector128Single(numerators) / Vector128.Create(Denominator);
            Vector128<float> times = Vector128.MinNative(
                Vector128.MaxNative(X86.Avx.ConvertToVector128Single(values), Vector128<float>.Zero), Vector128.Create(float.MaxValue));
            Vector128<float> rounded = X86.Sse41.Blend(accuracies, times, 0b0010);
            if (Vector256.EqualsAll(X86.Avx.ConvertToVector256Double(rounded).AsInt64(), values.AsInt64()))
            {
                Vector128<byte> lanes = X86.Sse41.Blend(numerators.AsSingle(), rounded, 0b0010).AsByte();
                X86.Ssse3.Shuffle(lanes, Vector128.Create((byte)4, 5, 6, 7, 8, 9, 12, 13, 0, 1, 255, 255, 255, 255, 255, 255)).StoreUnsafe(ref destination);
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads ten bytes written by <see cref="TryWrite(in Metrics, Span{byte})"/>. The caller vouches for the ten bytes.</summary>
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

    /// <summary>Whether the time in ten bytes can have been measured, or is absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsTimePossible(ref readonly byte start) =>
        ValueRanges.IsTime(Unsafe.ReadUnaligned<float>(ref Unsafe.Add(ref Unsafe.AsRef(in start), TimeOffset)));

    private static bool TryPackTime(double value, out float time)
    {
        time = (float)value;
        return double.IsNaN(value) || (SameBits(time, value) && ValueRanges.IsTime(value));
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
        return SameBits(Accuracies.Of(numerator), value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double UnpackAccuracy(ushort numerator) => numerator == AbsentNumerator ? double.NaN : Accuracies.Of(numerator);

    /// <summary>Equality that tells 0 from -0.</summary>
    private static bool SameBits(double left, double right) =>
        BitConverter.DoubleToInt64Bits(left) == BitConverter.DoubleToInt64Bits(right);
}
