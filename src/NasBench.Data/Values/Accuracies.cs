using System.Runtime.CompilerServices;

namespace NasBench.Data;

/// <summary>The accuracies that NAS-Bench-101 can hold: k of 9984 images, which are 39 batches of 256, as a float32.</summary>
internal static class Accuracies
{
    /// <summary>The number of images.</summary>
    public const int Denominator = 9984;

    /// <summary>The accuracy k/9984 as the data files hold it: a float32 widened to double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(int numerator) => numerator / (float)Denominator;
}
