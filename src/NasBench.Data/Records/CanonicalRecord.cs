using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NasBench.Data;

/// <summary>
/// The short way through a record that is laid out byte for byte as the original wrote it: everything stands at an offset that follows from the number of
/// vertices, so fixed bytes are compared at their places and nothing is searched for. All differences are gathered in one word, which is looked at a single
/// time.
/// <code>
/// offset  bytes
/// 0       ["                        h = 40 + digits of the epochs
/// 2       32 digits of the hash     n = vertices
/// 34      ", epochs, "              t = length - 216
/// h       n*n digits of the matrix
/// h + nn  ", "
/// ..      names, see <see cref="CanonicalNames"/>
/// t - 4   ", "
/// t       214 characters of metrics, see <see cref="CanonicalMetrics"/>
/// t + 214 "]
/// </code>
/// </summary>
internal static class CanonicalRecord
{
    private const int HashOffset = 2;
    private const int EpochsOffset = 37;

    /// <summary>The metrics and what stands behind them: the part in which the records of one cell and number of epochs differ.</summary>
    internal const int TailLength = CanonicalMetrics.TextLength + 2;

    // The shortest record: one digit of epochs, two vertices. As the metrics are longer than what is read before them, a record of at least this length
    // holds every byte that is looked at: up to 64 from the start of the matrix, up to 16 from the start of a name.
    private const int MinLength = EpochsOffset + 1 + 3 + 4 + 4 + 12 + 4 + TailLength;

    private const uint QuoteCommaBlank = '"' | (',' << 8) | (' ' << 16);            // ",_
    private const uint CommaBlankQuote = ',' | (' ' << 8) | ('"' << 16);            // ,_"
    private const uint Separator = QuoteCommaBlank | ((uint)'"' << 24);             // ",_"
    private const uint ThreeBytes = 0xFFFFFF;

    /// <summary>Whether this is the shorter way: it is made of vectors, and without them it is the longer one.</summary>
    internal static bool IsShort
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.IsHardwareAccelerated;
    }

    /// <summary>Decodes a record of the canonical layout.</summary>
    /// <param name="data">The data.</param>
    /// <param name="record">The record, undefined where the answer is false.</param>
    /// <returns>False if the data are laid out in any other way, which says nothing about whether they are a record.</returns>
    internal static bool TryDecode(ReadOnlySpan<byte> data, out NasRecord record)
    {
        // Written field by field: setting 200 bytes to zero first would take a quarter of the time.
        Unsafe.SkipInit(out record);
        record.ClearCheckpointPaths();
        return TryDecodeHead(data, ref record) && EndsCanonically(data) && CanonicalMetrics.TryRead(ref TailOf(data), ref record);
    }

    /// <summary>Decodes what is not measured: hash, epochs and cell.</summary>
    /// <returns>Whether the data begin in the canonical layout, and as much follows as the metrics take.</returns>
    internal static bool TryDecodeHead(ReadOnlySpan<byte> data, ref NasRecord record)
    {
        if (data.Length < MinLength || !BitConverter.IsLittleEndian)
        {
            return false;
        }

        ref byte start = ref MemoryMarshal.GetReference(data);
        int epochsLength = ReadEpochs(Read<uint>(ref start, EpochsOffset), out int epochs);
        int matrixOffset = EpochsOffset + epochsLength + 3;
        int vertices = FindVertices(ref Unsafe.Add(ref start, matrixOffset));
        if (epochsLength == 0 || vertices == 0)
        {
            return false;
        }

        int namesOffset = matrixOffset + (vertices * vertices) + 4;
        int metricsOffset = data.Length - TailLength;
        ulong differences = (Read<ushort>(ref start, 0) ^ (uint)('[' | ('"' << 8)))
            | ((Read<uint>(ref start, HashOffset + 32) ^ QuoteCommaBlank) & ThreeBytes)
            | ((Read<uint>(ref start, matrixOffset - 3) ^ CommaBlankQuote) & ThreeBytes)
            | (Read<uint>(ref start, namesOffset - 4) ^ Separator)
            | (Read<uint>(ref start, metricsOffset - 4) ^ Separator);

        differences |= CanonicalHash.Read(ref Unsafe.Add(ref start, HashOffset), out ModuleHash hash);
        differences |= CanonicalMatrix.Read(ref Unsafe.Add(ref start, matrixOffset), vertices, out uint adjacency);
        differences |= CanonicalNames.Read(ref Unsafe.Add(ref start, namesOffset), vertices, metricsOffset - 4 - namesOffset, out uint operations);
        record.Hash = hash;
        record.Epochs = epochs;
        record.Cell = Cell.Pack<Nas101>(vertices, adjacency, operations);
        return differences == 0;
    }

    /// <summary>Reads what was measured, as a column keeps it.</summary>
    /// <param name="data">Data that begin in the canonical layout, as <see cref="TryDecodeHead"/> found for them or for others that begin alike and are as
    /// long.</param>
    /// <param name="epochs">The epochs that they begin with.</param>
    /// <param name="recorded">As <see cref="CanonicalMetrics.TryPack"/>.</param>
    /// <param name="parameters">The trainable parameters.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryPackMetrics(ReadOnlySpan<byte> data, int epochs, out PackedRun recorded, out int parameters) =>
        CanonicalMetrics.TryPack(ref TailOf(data), epochs, out recorded, out parameters) && EndsCanonically(data);

    private static bool EndsCanonically(ReadOnlySpan<byte> data) => Read<ushort>(ref TailOf(data), CanonicalMetrics.TextLength) == ('"' | (']' << 8));

    private static ref byte TailOf(ReadOnlySpan<byte> data) => ref Unsafe.Add(ref MemoryMarshal.GetReference(data), data.Length - TailLength);

    /// <summary>Reads one to three digits before a comma; the first is not 0.</summary>
    /// <returns>The number of digits, or 0.</returns>
    private static int ReadEpochs(uint word, out int epochs)
    {
        uint first = (word & 0xFF) - '0', second = ((word >> 8) & 0xFF) - '0', third = ((word >> 16) & 0xFF) - '0', fourth = (word >> 24) - '0';
        const uint Comma = unchecked(',' - (uint)'0');
        epochs = (int)first;
        if (first - 1 > 8)
        {
            return 0;
        }

        if (second == Comma)
        {
            return 1;
        }

        epochs = (10 * epochs) + (int)second;
        if (second > 9)
        {
            return 0;
        }

        if (third == Comma)
        {
            return 2;
        }

        epochs = (10 * epochs) + (int)third;
        return third <= 9 && fourth == Comma ? 3 : 0;
    }

    /// <summary>The number of vertices, from the place of the first quote, which ends the matrix; 0 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FindVertices(ref byte matrix)
    {
        for (int vertices = 2; vertices <= Cell.MaxVertices; vertices++)
        {
            if (Unsafe.Add(ref matrix, vertices * vertices) == (byte)'"')
            {
                return vertices;
            }
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Read<T>(ref byte start, int offset)
        where T : unmanaged => Unsafe.ReadUnaligned<T>(ref Unsafe.Add(ref start, offset));
}
