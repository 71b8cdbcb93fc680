using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Unicode;

namespace NasBench.Data;

/// <summary>
/// Decodes the data of NAS-Bench-101 records: <c>["hash", epochs, "matrix", "names", "metrics"]</c>, the metrics being base64 of a protobuf message.
/// Records laid out as the original wrote them take a short way (<see cref="CanonicalRecord"/>); all others are read by the grammars of JSON,
/// base64 and protobuf, with the same answer where both apply.
/// </summary>
/// <remarks>
/// What is accepted: any JSON text of an array of these five values; base64 of the standard alphabet with padding (unused bits zero), broken by white space
/// anywhere; unknown protobuf fields and absent optional ones. The hash is 32 lower-case digits, the epochs an integer of at least 1, and there are exactly
/// three evaluations. Whether hash, graph and parameters fit each other is another question: <see cref="RecordConsistency"/>.
/// Not thread-safe: it owns the buffer that values are unescaped into. One buffer serves all records, so there is no allocation per record.
/// </remarks>
public sealed class RecordDecoder
{
    private byte[] _scratch = GC.AllocateUninitializedArray<byte>(2048);

    /// <summary>Decodes the data of one record.</summary>
    /// <param name="data">The data, without the frame.</param>
    /// <param name="record">The record; its checkpoint paths stay valid until the next call.</param>
    /// <param name="fault">What is wrong, where the answer is false.</param>
    /// <returns>Whether the data are a record.</returns>
    public bool TryDecode(ReadOnlySpan<byte> data, out NasRecord record, out RecordFault fault)
    {
        if (CanonicalRecord.IsShort && CanonicalRecord.TryDecode(data, out record))
        {
            fault = default;
            return true;
        }

        return TryDecodeByGrammar(data, out record, out fault);
    }

    /// <summary>The general way, which also finds what is wrong.</summary>
    internal bool TryDecodeByGrammar(ReadOnlySpan<byte> data, out NasRecord record, out RecordFault fault)
    {
        record = new NasRecord
        {
            TotalTime = double.NaN,
            Initial = Evaluation.Absent,
            Halfway = Evaluation.Absent,
            Final = Evaluation.Absent,
        };

        if (!Utf8.IsValid(data))
        {
            return Refuse(FaultKind.BadJson, 0, "invalid UTF-8, expected JSON text", out fault);
        }

        // Unescaped strings are never longer than their text, and bytes never longer than their base64.
        if (_scratch.Length < 2 * data.Length)
        {
            _scratch = GC.AllocateUninitializedArray<byte>(2 * data.Length);
        }

        Span<byte> strings = _scratch.AsSpan(0, data.Length);
        JsonCursor json = new(data);
        if (!json.TryTake((byte)'[') || !json.TryReadString(ref strings, out ReadOnlySpan<byte> hash))
        {
            return Refuse(FaultKind.BadJson, json.Position, "expected a JSON array that begins with the module hash", out fault);
        }

        if (!TryReadHash(hash, out ModuleHash moduleHash))
        {
            return Refuse(FaultKind.BadHash, json.Position, "bad module hash, expected 32 lower-case hexadecimal digits", out fault);
        }

        if (!json.TryTake((byte)',') || !json.TryReadNumber(out ReadOnlySpan<byte> number))
        {
            return Refuse(FaultKind.BadJson, json.Position, "expected the number of epochs", out fault);
        }

        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int epochs) || epochs == 0)
        {
            return Refuse(FaultKind.BadEpochs, json.Position, "bad number of epochs, expected an integer of at least 1", out fault);
        }

        if (!json.TryTake((byte)',') || !json.TryReadString(ref strings, out ReadOnlySpan<byte> matrix))
        {
            return Refuse(FaultKind.BadJson, json.Position, "expected the adjacency matrix as a string", out fault);
        }

        if (!json.TryTake((byte)',') || !json.TryReadString(ref strings, out ReadOnlySpan<byte> names))
        {
            return Refuse(FaultKind.BadJson, json.Position, "expected the operations as a string", out fault);
        }

        int namesEnd = json.Position;
        if (!json.TryTake((byte)',') || !json.TryReadString(ref strings, out ReadOnlySpan<byte> base64))
        {
            return Refuse(FaultKind.BadJson, json.Position, "expected the metrics as a string", out fault);
        }

        int metricsEnd = json.Position;
        if (!json.TryTake((byte)']') || !json.IsAtEnd)
        {
            return Refuse(FaultKind.BadJson, json.Position, "expected the end of an array of five values", out fault);
        }

        // Digits only: the bracketed form is for people who type; no file has it.
        Cell cell = default;
        CellStatus status = matrix.ContainsAnyExceptInRange((byte)'0', (byte)'9') ? CellStatus.BadText : Cell.ParseRaw(matrix, names, out cell);
        if (status != CellStatus.Ok)
        {
            return status == CellStatus.UnknownOperation
                ? Refuse(FaultKind.UnknownOperation, namesEnd, "unknown operation, expected names of the search space", out fault)
                : Refuse(FaultKind.BadGraph, namesEnd, DescribeGraph(status), out fault);
        }

        Span<byte> message = _scratch.AsSpan(data.Length);
        if (Base64.DecodeFromUtf8(base64, message, out _, out int messageLength) != OperationStatus.Done)
        {
            return Refuse(FaultKind.BadBase64, metricsEnd, "bad base64, expected the metrics in the standard alphabet with padding", out fault);
        }

        record.Hash = moduleHash;
        record.Epochs = epochs;
        record.Cell = cell;
        FaultKind kind = MetricsMessage.Read(message[..messageLength], ref record);
        return kind switch
        {
            FaultKind.None => Accept(out fault),
            FaultKind.WrongEvaluations => Refuse(kind, metricsEnd, "wrong number of evaluations, expected 3", out fault),
            _ => Refuse(kind, metricsEnd, "bad protobuf, expected a ModelMetrics message", out fault),
        };
    }

    /// <summary>What is wrong with a graph, in words; no allocation.</summary>
    internal static string DescribeGraph(CellStatus status) => status switch
    {
        CellStatus.BadText => "bad adjacency matrix, expected digits 0 and 1",
        CellStatus.NotSquare => "adjacency matrix is not square, expected n times n digits",
        CellStatus.OperationCountMismatch => "wrong number of operations, expected one a vertex",
        CellStatus.NotUpperTriangular => "adjacency matrix is not upper triangular",
        CellStatus.EntryNotBinary => "bad entry in the adjacency matrix, expected 0 or 1",
        CellStatus.Disconnected => "disconnected graph, expected a path from input to output",
        CellStatus.TooManyVertices => "too many vertices after pruning, expected at most 7",
        CellStatus.TooManyEdges => "too many edges after pruning, expected at most 9",
        CellStatus.FirstNotInput => "first operation is not 'input'",
        CellStatus.LastNotOutput => "last operation is not 'output'",
        _ => "unknown operation, expected names of the search space",
    };

    private static bool TryReadHash(ReadOnlySpan<byte> digits, out ModuleHash hash) =>
        ModuleHash.TryParse(digits, out hash) & !digits.ContainsAnyInRange((byte)'A', (byte)'F');

    private static bool Accept(out RecordFault fault)
    {
        fault = default;
        return true;
    }

    private static bool Refuse(FaultKind kind, int position, string expectation, out RecordFault fault)
    {
        fault = new RecordFault(kind, position, expectation);
        return false;
    }
}
