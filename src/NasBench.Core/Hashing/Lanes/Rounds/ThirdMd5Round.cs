using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>The third round of MD5.</summary>
internal readonly struct ThirdMd5Round : IMd5Round
{
    public static int FirstStep => 32;

    public static int FirstWord => 5;

    public static int WordStride => 3;

    public static byte Rotation0 => 4;

    public static byte Rotation1 => 11;

    public static byte Rotation2 => 16;

    public static byte Rotation3 => 23;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Mix<TLanes, TVector>(TVector x, TVector y, TVector z)
        where TLanes : struct, ILanes<TVector>
        where TVector : unmanaged
    {
        return TLanes.H(x, y, z);
    }
}
