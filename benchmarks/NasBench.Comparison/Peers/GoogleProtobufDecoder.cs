using Google.Protobuf;
using NasBench.Bench;

namespace NasBench.Comparison;

/// <summary>
/// Reads the message <c>ModelMetrics</c> with Google.Protobuf: the calls that its generated code makes, without the compiler that generates it.
/// </summary>
internal static class GoogleProtobufDecoder
{
    private const int Evaluations = 3;

    public static StraightforwardMessage Decode(byte[] bytes)
    {
        CodedInputStream input = new(bytes);
        List<StraightforwardMetrics> evaluations = new(Evaluations);
        int parameters = 0;
        for (uint tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1:
                    evaluations.Add(DecodeEvaluation(input.ReadBytes().CreateCodedInput()));
                    break;
                case 2:
                    parameters = input.ReadInt32();
                    break;
                default:
                    input.SkipLastField();
                    break;
            }
        }

        return evaluations.Count == Evaluations
            ? new StraightforwardMessage(evaluations[1], evaluations[2], parameters)
            : throw new InvalidDataException($"{evaluations.Count} evaluations, expected {Evaluations}");
    }

    private static StraightforwardMetrics DecodeEvaluation(CodedInputStream input)
    {
        Span<double> values = [double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN];
        for (uint tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            int field = WireFormat.GetTagFieldNumber(tag);
            if (WireFormat.GetTagWireType(tag) == WireFormat.WireType.Fixed64 && field < values.Length)
            {
                values[field] = input.ReadDouble();
            }
            else
            {
                input.SkipLastField();
            }
        }

        return new StraightforwardMetrics(values[2], values[3], values[4], values[5]);
    }
}
