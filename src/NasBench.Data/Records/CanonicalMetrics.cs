using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NasBench.Data;

/// <summary>
/// Reads the metrics of a record without checkpoint paths and with every value present: 208 characters of base64 in lines of 76, 76 and 56, each followed by
/// the two characters <c>\n</c>, of 155 or 154 bytes.
/// <code>
/// offset      bytes
/// 47 i        0A 2D                  evaluation i = 0 .. 2, of 45 bytes
/// 47 i + 2    09 d 11 d 19 d 21 d 29 d   five doubles, each behind its tag
/// 141         10                     parameters
/// 142         varint of 4 or 3 bytes (from 2,097,152 or below)
/// 146 or 145  19 d                   total time
/// </code>
/// </summary>
internal static partial class CanonicalMetrics
{
    /// <summary>Characters of the text, line feeds included.</summary>
    internal const int TextLength = Characters + (3 * 2);

    private const int Characters = 208;
    private const int EvaluationSize = 47;
    private const int ParametersOffset = NasRecord.EvaluationCount * EvaluationSize;

    /// <summary>Reads the metrics into a record.</summary>
    /// <param name="text"><see cref="TextLength"/> bytes.</param>
    /// <param name="record">Receives evaluations, parameters and total time; undefined where the answer is false.</param>
    /// <returns>Whether the text has the canonical layout.</returns>
    internal static bool TryRead(ref byte text, ref NasRecord record) =>
        HasVector512 ? TryReadVector512(ref text, ref record) : TryReadVector128(ref text, ref record);

    /// <summary>Reads the metrics as a column keeps them.</summary>
    /// <param name="text"><see cref="TextLength"/> bytes.</param>
    /// <param name="epochs">The number of epochs.</param>
    /// <param name="recorded">The values; undefined where the answer is false.</param>
    /// <param name="parameters">The trainable parameters; undefined where the answer is false.</param>
    /// <returns>Whether the text has the canonical layout and all values have the packed form. An absent value, or a
    /// zero with a sign, may be refused though it has it.</returns>
    internal static bool TryPack(ref byte text, int epochs, out PackedRun recorded, out int parameters)
    {
        if (HasVector512)
        {
            return TryPackVector512(ref text, epochs, out recorded, out parameters);
        }

        Unsafe.SkipInit(out recorded);
        Unsafe.SkipInit(out NasRecord record);
        record.Epochs = epochs;
        bool isRead = TryReadVector128(ref text, ref record);
        parameters = isRead ? record.TrainableParameters.GetValueOrDefault() : 0;
        return isRead && record.TryPack(out recorded);
    }

    /// <summary>As <see cref="TryRead"/>, by way of the message's bytes, on every platform.</summary>
    [SkipLocalsInit]
    internal static bool TryReadVector128(ref byte text, ref NasRecord record)
    {
        Span<byte> message = stackalloc byte[CanonicalBase64.BufferSize];
        int padding = CanonicalBase64.Decode(ref text, message);
        ref byte start = ref MemoryMarshal.GetReference(message);
        if (padding is not (1 or 2) || CompareTags(ref start) != 0)
        {
            return false;
        }

        // Bytes of the varint from the lowest; only the last has no continuation bit. Total time stands right behind.
        int varintLength = 5 - padding;
        uint varint = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, ParametersOffset + 1));
        varint &= uint.MaxValue >> (8 * (padding - 1));
        uint continuation = 0x808080u >> (8 * (padding - 1));
        if ((varint & 0x80808080) != continuation || Unsafe.Add(ref start, ParametersOffset + 1 + varintLength) != 0x19)
        {
            return false;
        }

        record.TrainableParameters = ReadVarint(varint);
        record.TotalTime = ReadDouble(ref start, ParametersOffset + 2 + varintLength);
        record.Initial = ReadEvaluation(ref start);
        record.Halfway = ReadEvaluation(ref Unsafe.Add(ref start, EvaluationSize));
        record.Final = ReadEvaluation(ref Unsafe.Add(ref start, 2 * EvaluationSize));
        return true;
    }

    /// <summary>The value of a varint of at most four bytes, the first in the lowest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ReadVarint(uint bytes) =>
        (int)((bytes & 0x7F) | ((bytes >> 1) & 0x3F80) | ((bytes >> 2) & 0x1FC000) | ((bytes >> 3) & 0xFE00000));

    /// <summary>0 if every tag and length stands where it should.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint CompareTags(ref byte start)
    {
        uint differences = Unsafe.Add(ref start, ParametersOffset) ^ 0x10u;
        for (int i = 0; i < NasRecord.EvaluationCount; i++)
        {
            ref byte evaluation = ref Unsafe.Add(ref start, i * EvaluationSize);
            differences |= (Unsafe.ReadUnaligned<uint>(ref evaluation) ^ 0x092D0A) & 0xFFFFFF;
            differences |= Unsafe.Add(ref evaluation, 11) ^ 0x11u;
            differences |= Unsafe.Add(ref evaluation, 20) ^ 0x19u;
            differences |= Unsafe.Add(ref evaluation, 29) ^ 0x21u;
            differences |= Unsafe.Add(ref evaluation, 38) ^ 0x29u;
        }

        return differences;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Evaluation ReadEvaluation(ref byte start) => new(
        ReadDouble(ref start, 3), ReadDouble(ref start, 12), ReadDouble(ref start, 21), ReadDouble(ref start, 30), ReadDouble(ref start, 39));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ReadDouble(ref byte start, int offset) => Unsafe.ReadUnaligned<double>(ref Unsafe.Add(ref start, offset));
}
