namespace NasBench;

/// <summary>What differs between the four rounds of an MD5 compression (RFC 1321, 3.4). A round has 16 steps.</summary>
internal interface IMd5Round
{
    /// <summary>The number of the first step of the round.</summary>
    static abstract int FirstStep { get; }

    /// <summary>The word of the block that the first step takes.</summary>
    static abstract int FirstWord { get; }

    /// <summary>From the word of one step to that of the next, modulo 16.</summary>
    static abstract int WordStride { get; }

    /// <summary>The bits by which the steps rotate, in turn.</summary>
    static abstract byte Rotation0 { get; }

    static abstract byte Rotation1 { get; }

    static abstract byte Rotation2 { get; }

    static abstract byte Rotation3 { get; }

    /// <summary>The Boolean function of the round.</summary>
    static abstract TVector Mix<TLanes, TVector>(TVector x, TVector y, TVector z)
        where TLanes : struct, ILanes<TVector>
        where TVector : unmanaged;
}
