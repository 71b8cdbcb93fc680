using System.Text;

namespace NasBench.Data.Tests.Records;

/// <summary>The data of a record put together piece by piece, so that a test can spoil any of them. By default the first real record of the data set.</summary>
internal sealed record RecordText
{
    internal string Hash { get; init; } = "00005c142e6f48ac74fdcf73e3439874";

    internal string Epochs { get; init; } = "4";

    internal string Matrix { get; init; } = "0100110001000000010010000010000001000000010000000";

    internal string Names { get; init; } = "input,conv3x3-bn-relu,maxpool3x3,conv3x3-bn-relu,conv3x3-bn-relu,conv1x1-bn-relu,output";

    internal byte[] Message { get; init; } = Protobuf.Metrics();

    /// <summary>The metrics as they stand between the quotes; by default the message as the original wrote it.</summary>
    internal string? Base64 { get; init; }

    internal string CanonicalBase64 => string.Concat(Convert.ToBase64String(Message).Chunk(76).Select(line => new string(line) + "\\n"));

    internal byte[] ToBytes() => Encoding.UTF8.GetBytes($"[\"{Hash}\", {Epochs}, \"{Matrix}\", \"{Names}\", \"{Base64 ?? CanonicalBase64}\"]");

    internal FaultKind Fault() => DecodedRecord.Decode(ToBytes()).Fault;
}
