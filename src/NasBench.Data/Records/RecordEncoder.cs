using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Numerics;

namespace NasBench.Data;

/// <summary>
/// Writes the data of records byte for byte as the original did: JSON as Python's <c>json.dumps</c> writes it, base64 with a line feed after every 76
/// characters and at the end, protobuf fields in the order of their numbers, zeros written, absent (NaN) values left out.
/// Not thread-safe: it owns the buffer that records are written to. No allocation per record.
/// </summary>
public sealed class RecordEncoder
{
    private const int BytesPerLine = 57;
    private const int CharactersPerLine = 76;

    // Tag and value of five doubles; tag and length of an evaluation; parameters and total time.
    private const int MaxEvaluationLength = 5 * 9;
    private const int MaxMessageLength = (3 * (6 + MaxEvaluationLength)) + 11 + 9;

    // Everything but the metrics: 32 digits of hash, 10 of epochs, 49 of matrix, the names and the punctuation.
    private const int MaxHeadLength = 256;

    private byte[] _message = new byte[MaxMessageLength];
    private byte[] _data = new byte[1024];

    /// <summary>Writes a record.</summary>
    /// <param name="record">The record. Its cell is written as it is; hash and parameters are not checked.</param>
    /// <returns>The data, without a frame; valid until the next call.</returns>
    public ReadOnlySpan<byte> Encode(in NasRecord record)
    {
        int messageLength = WriteMessage(record);
        int lines = (messageLength + BytesPerLine - 1) / BytesPerLine;
        EnsureSize(ref _data, MaxHeadLength + Base64.GetMaxEncodedToUtf8Length(messageLength) + (2 * lines) + 2);

        int length = WriteHead(record);
        length += WriteLines(_message.AsSpan(0, messageLength), _data.AsSpan(length));
        "\"]"u8.CopyTo(_data.AsSpan(length));
        return _data.AsSpan(0, length + 2);
    }

    /// <summary>Everything up to the first character of the metrics.</summary>
    private int WriteHead(in NasRecord record)
    {
        Span<byte> rest = _data;
        Append(ref rest, "[\""u8);
        record.Hash.TryFormat(rest, out int written);
        rest = rest[written..];
        Append(ref rest, "\", "u8);
        record.Epochs.TryFormat(rest, out written, default, CultureInfo.InvariantCulture);
        rest = rest[written..];
        Append(ref rest, ", \""u8);
        record.Cell.TryFormatMatrix(rest, out written);
        rest = rest[written..];
        Append(ref rest, "\", \""u8);
        record.Cell.TryFormatOperations(rest, out written);
        rest = rest[written..];
        Append(ref rest, "\", \""u8);
        return _data.Length - rest.Length;
    }

    private static int WriteLines(ReadOnlySpan<byte> message, Span<byte> target)
    {
        int length = 0;
        while (!message.IsEmpty)
        {
            ReadOnlySpan<byte> line = message[..Math.Min(BytesPerLine, message.Length)];
            message = message[line.Length..];
            Base64.EncodeToUtf8(line, target[length..], out _, out int written);
            length += written;
            target[length++] = (byte)'\\';
            target[length++] = (byte)'n';
        }

        return length;
    }

    private int WriteMessage(in NasRecord record)
    {
        int pathsLength = 0;
        for (int i = 0; i < NasRecord.EvaluationCount; i++)
        {
            if (record.TryGetCheckpointPath(i, out ReadOnlySpan<byte> path))
            {
                pathsLength += 6 + path.Length;
            }
        }

        EnsureSize(ref _message, MaxMessageLength + pathsLength);
        Span<byte> rest = _message;
        for (int i = 0; i < NasRecord.EvaluationCount; i++)
        {
            AppendEvaluation(ref rest, record, i);
        }

        if (record.TrainableParameters is int parameters)
        {
            AppendTag(ref rest, MetricsMessage.ParametersField, ProtobufCursor.Varint);
            AppendVarint(ref rest, (ulong)parameters); // sign-extended, as protobuf writes a negative int32
        }

        AppendDouble(ref rest, MetricsMessage.TotalTimeField, record.TotalTime);
        return _message.Length - rest.Length;
    }

    private static void AppendEvaluation(ref Span<byte> rest, in NasRecord record, int number)
    {
        Evaluation evaluation = record.GetEvaluation(number);
        bool hasPath = record.TryGetCheckpointPath(number, out ReadOnlySpan<byte> path);
        int length = GetLength(evaluation.Epoch) + GetLength(evaluation.TrainingTime) + GetLength(evaluation.TrainAccuracy)
            + GetLength(evaluation.ValidationAccuracy) + GetLength(evaluation.TestAccuracy)
            + (hasPath ? 1 + GetVarintLength((uint)path.Length) + path.Length : 0);

        AppendTag(ref rest, MetricsMessage.EvaluationField, ProtobufCursor.LengthDelimited);
        AppendVarint(ref rest, (uint)length);
        AppendDouble(ref rest, MetricsMessage.EpochField, evaluation.Epoch);
        AppendDouble(ref rest, MetricsMessage.TrainingTimeField, evaluation.TrainingTime);
        AppendDouble(ref rest, MetricsMessage.TrainField, evaluation.TrainAccuracy);
        AppendDouble(ref rest, MetricsMessage.ValidationField, evaluation.ValidationAccuracy);
        AppendDouble(ref rest, MetricsMessage.TestField, evaluation.TestAccuracy);
        if (hasPath)
        {
            AppendTag(ref rest, MetricsMessage.CheckpointField, ProtobufCursor.LengthDelimited);
            AppendVarint(ref rest, (uint)path.Length);
            Append(ref rest, path);
        }
    }

    private static int GetLength(double value) => double.IsNaN(value) ? 0 : 1 + sizeof(double);

    private static int GetVarintLength(ulong value) => (BitOperations.Log2(value | 1) / 7) + 1;

    private static void Append(ref Span<byte> rest, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(rest);
        rest = rest[bytes.Length..];
    }

    private static void AppendTag(ref Span<byte> rest, int field, int wireType)
    {
        rest[0] = (byte)((field << 3) | wireType);
        rest = rest[1..];
    }

    private static void AppendVarint(ref Span<byte> rest, ulong value)
    {
        int length = 0;
        for (; value >= 0x80; value >>= 7)
        {
            rest[length++] = (byte)(value | 0x80);
        }

        rest[length++] = (byte)value;
        rest = rest[length..];
    }

    private static void AppendDouble(ref Span<byte> rest, int field, double value)
    {
        if (!double.IsNaN(value))
        {
            AppendTag(ref rest, field, ProtobufCursor.Fixed64);
            BinaryPrimitives.WriteDoubleLittleEndian(rest, value);
            rest = rest[sizeof(double)..];
        }
    }

    private static void EnsureSize(ref byte[] buffer, int size)
    {
        if (buffer.Length < size)
        {
            buffer = new byte[Math.Max(size, 2 * buffer.Length)];
        }
    }
}
