namespace NasBench.Data.Tests.Records;

/// <summary>Writes protobuf fields, plainly.</summary>
internal static class Protobuf
{
    internal static byte[] Metrics(int parameters = 8_555_530) =>
        [.. Evaluation(0), .. Evaluation(2), .. Evaluation(4), .. Varint(2, (ulong)parameters), .. Double(3, 413.7015450000763)];

    internal static byte[] Evaluation(double epoch) => Bytes(1, EvaluationFields(epoch));

    internal static byte[] EvaluationFields(double epoch) =>
        [.. Double(1, epoch), .. Double(2, 20.25 * epoch), .. Double(3, 0.125), .. Double(4, 0.25), .. Double(5, 0.5)];

    internal static byte[] Double(int field, double value) => [.. Tag(field, 1), .. BitConverter.GetBytes(value)];

    internal static byte[] Fixed32(int field, uint value) => [.. Tag(field, 5), .. BitConverter.GetBytes(value)];

    internal static byte[] Varint(int field, ulong value) => [.. Tag(field, 0), .. RawVarint(value)];

    internal static byte[] Bytes(int field, params byte[] value) => [.. Tag(field, 2), .. RawVarint((ulong)value.Length), .. value];

    internal static byte[] Group(int field, params byte[] fields) => [.. Tag(field, 3), .. fields, .. Tag(field, 4)];

    internal static byte[] Tag(int field, int wireType) => RawVarint(((ulong)field << 3) | (uint)wireType);

    internal static byte[] RawVarint(ulong value)
    {
        List<byte> bytes = [];
        for (; value >= 128; value /= 128)
        {
            bytes.Add((byte)(128 + (value % 128)));
        }

        return [.. bytes, (byte)value];
    }
}
