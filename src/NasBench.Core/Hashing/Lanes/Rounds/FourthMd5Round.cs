using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>The fourth round of MD5.</summary>
internal readonly struct FourthMd5Round : IMd5Round
{
    public static int FirstStep => 48;

    public static int FirstWord => 0;

    public static int WordStride => 7;

    public static byte Rotation0 => 6;

    public static byte Rotation1 => 10;

    public static byte Rotation2 => 15;

    public static byte Rotation3 => 21;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Mix<TLanes, TVector>(TVector x, TVector y, TVector z)
        where TLanes : struct, ILanes<TVector>
        where TVector : unmanaged
    {
        return TLanes.I(x, y, z);
    }
}
