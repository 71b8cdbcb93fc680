using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NasBench.Data;

/// <summary>All that is kept of one canonical repeat, as the blocks of a column hold it.</summary>
/// <remarks>
/// <code>
/// | byte    | what                                                   | goes to             |
/// |---------|--------------------------------------------------------|---------------------|
/// | 0 - 9   | halfway evaluation (<see cref="PackedMetrics"/>)       | <see cref="RunBlock"/>    |
/// | 10 - 19 | final evaluation                                       | <see cref="RunBlock"/>    |
/// | 20 - 29 | initial evaluation                                     | <see cref="DetailBlock"/> |
/// | 30 - 37 | total time (float64)                                   | <see cref="DetailBlock"/> |
/// | 38 - 39 | nothing: the size is a multiple of eight                |                     |
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Sequential, Size = Size)]
internal struct PackedRun
{
    public const int RunSize = 2 * PackedMetrics.Size;
    public const int DetailSize = PackedMetrics.Size + sizeof(double);

    private const int Size = RunSize + DetailSize + 2;
    private const int TotalTimeOffset = RunSize + PackedMetrics.Size;

    private byte _first;

    /// <summary>The run: <see cref="RunSize"/> bytes.</summary>
    [UnscopedRef]
    public readonly ref readonly byte Run => ref _first;

    /// <summary>The details: <see cref="DetailSize"/> bytes.</summary>
    [UnscopedRef]
    public readonly ref readonly byte Details => ref Unsafe.Add(ref Unsafe.AsRef(in _first), RunSize);

    /// <summary>Packs a repeat whose evaluations were made at the canonical epochs and whose values all have the packed form.</summary>
    /// <param name="epochs">The number of epochs.</param>
    /// <param name="initial">The five values of the evaluation before training, the epoch first, as in an <see cref="Evaluation"/>.</param>
    /// <param name="halfway">The values of the halfway evaluation.</param>
    /// <param name="final">The values of the final evaluation.</param>
    /// <param name="totalTime">The total time.</param>
    /// <param name="packed">The packed repeat; its bytes are undefined where the answer is false.</param>
    /// <returns>Whether it could be packed.</returns>
    public static bool TryPack(int epochs, ref double initial, ref double halfway, ref double final, double totalTime, out PackedRun packed)
    {
        Unsafe.SkipInit(out packed);
        ref byte bytes = ref packed._first;

        // In this order: each evaluation writes 16 bytes, so that it may spoil the beginning of what follows it.
        bool fits = ValueRanges.IsTime(totalTime)
            && RecordedRun.AreCanonicalEpochs(epochs, initial, halfway, final)
            && PackedMetrics.TryWrite(ref halfway, ref bytes)
            && PackedMetrics.TryWrite(ref final, ref Unsafe.Add(ref bytes, PackedMetrics.Size))
            && PackedMetrics.TryWrite(ref initial, ref Unsafe.Add(ref bytes, RunSize));
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref bytes, TotalTimeOffset), totalTime);
        return fits;
    }

    /// <summary>Packs the three evaluations, each as test accuracy, training time, train accuracy and validation accuracy, and the total time.</summary>
    /// <returns>As <see cref="PackedMetrics.TryWrite(Vector256{double}, ref byte)"/>; false also where the total time is out of range.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryWrite(Vector256<double> initial, Vector256<double> halfway, Vector256<double> final, double totalTime)
    {
        ref byte bytes = ref _first;

        // In this order: each evaluation writes over the beginning of what follows it.
        bool fits = ValueRanges.IsTime(totalTime)
            && PackedMetrics.TryWrite(halfway, ref bytes)
            && PackedMetrics.TryWrite(final, ref Unsafe.Add(ref bytes, PackedMetrics.Size))
            && PackedMetrics.TryWrite(initial, ref Unsafe.Add(ref bytes, RunSize));
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref bytes, TotalTimeOffset), totalTime);
        return fits;
    }
}
