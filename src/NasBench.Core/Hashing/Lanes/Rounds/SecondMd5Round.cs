using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>The second round of MD5.</summary>
internal readonly struct SecondMd5Round : IMd5Round
{
    public static int FirstStep => 16;

    public static int FirstWord => 1;

    public static int WordStride => 5;

    public static byte Rotation0 => 5;

    public static byte Rotation1 => 9;

    public static byte Rotation2 => 14;

    public static byte Rotation3 => 20;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Mix<TLanes, TVector>(TVector x, TVector y, TVector z)
        where TLanes : struct, ILanes<TVector>
        where TVector : unmanaged
    {
        return TLanes.G(x, y, z);
    }
}
