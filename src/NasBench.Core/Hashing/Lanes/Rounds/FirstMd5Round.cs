using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>The first round of MD5.</summary>
internal readonly struct FirstMd5Round : IMd5Round
{
    public static int FirstStep => 0;

    public static int FirstWord => 0;

    public static int WordStride => 1;

    public static byte Rotation0 => 7;

    public static byte Rotation1 => 12;

    public static byte Rotation2 => 17;

    public static byte Rotation3 => 22;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Mix<TLanes, TVector>(TVector x, TVector y, TVector z)
        where TLanes : struct, ILanes<TVector>
        where TVector : unmanaged
    {
        return TLanes.F(x, y, z);
    }
}
