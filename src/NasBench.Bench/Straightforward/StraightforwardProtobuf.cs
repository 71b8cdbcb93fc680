using System.Buffers.Binary;

namespace NasBench.Bench;

/// <summary>A plain reader of the message <c>ModelMetrics</c>, field by field.</summary>
public static class StraightforwardProtobuf
{
    private const int EvaluationField = 1;
    private const int ParametersField = 2;
    private const int Evaluations = 3;

    /// <summary>Reads a message.</summary>
    /// <param name="bytes">The message, without base64.</param>
    public static StraightforwardMessage Decode(byte[] bytes)
    {
        List<StraightforwardMetrics> evaluations = new(Evaluations);
        int parameters = 0;
        int position = 0;
        while (position < bytes.Length)
        {
            ulong tag = ReadVarint(bytes, ref position);
            switch ((int)(tag >> 3), (int)(tag & 7))
            {
                case (EvaluationField, 2):
                    int length = (int)ReadVarint(bytes, ref position);
                    evaluations.Add(DecodeEvaluation(bytes.AsSpan(position, length)));
                    position += length;
                    break;
                case (ParametersField, 0):
                    parameters = (int)ReadVarint(bytes, ref position);
                    break;
                default:
                    Skip(bytes, (int)(tag & 7), ref position);
                    break;
            }
        }

        return evaluations.Count == Evaluations
            ? new StraightforwardMessage(evaluations[1], evaluations[2], parameters)
            : throw new InvalidDataException($"{evaluations.Count} evaluations, expected {Evaluations}");
    }

    private static StraightforwardMetrics DecodeEvaluation(ReadOnlySpan<byte> bytes)
    {
        Span<double> values = stackalloc double[8];
        values.Fill(double.NaN);
        int position = 0;
        while (position < bytes.Length)
        {
            ulong tag = ReadVarint(bytes, ref position);
            if ((tag & 7) == 1 && tag >> 3 < (ulong)values.Length)
            {
                values[(int)(tag >> 3)] = BinaryPrimitives.ReadDoubleLittleEndian(bytes[position..]);
            }

            Skip(bytes, (int)(tag & 7), ref position);
        }

        return new StraightforwardMetrics(values[2], values[3], values[4], values[5]);
    }

    private static void Skip(ReadOnlySpan<byte> bytes, int wireType, ref int position)
    {
        switch (wireType)
        {
            case 0:
                ReadVarint(bytes, ref position);
                break;
            case 1:
                position += sizeof(ulong);
                break;
            case 2:
                position += (int)ReadVarint(bytes, ref position);
                break;
            case 5:
                position += sizeof(uint);
                break;
            default:
                throw new InvalidDataException($"wire type {wireType}");
        }
    }

    private static ulong ReadVarint(ReadOnlySpan<byte> bytes, ref int position)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = bytes[position++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
