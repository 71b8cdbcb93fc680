using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace NasBench.Data;

/// <summary>
/// Reads the records of a TFRecord file in order, both checksums checked. The data are handed out in place, without being copied.
/// Offsets are 64-bit: a file may be of any size. Not thread-safe; several readers may read one file. No allocation per record.
/// </summary>
public sealed class TfRecordReader : IDisposable
{
    private readonly TfRecordWindow _window;
    private long _position;
    private long _nextRecord;

    private TfRecordReader(TfRecordWindow window, long position)
    {
        _window = window;
        _position = position;
        RecordOffset = position;
    }

    /// <summary>The file, as given to <see cref="Open"/>.</summary>
    public string Path => _window.Path;

    /// <summary>Length of the file in bytes, as it was when opened.</summary>
    public long Length => _window.Length;

    /// <summary>Offset of the byte at which the next record begins.</summary>
    public long Position => _position;

    /// <summary>Number, from 0, of the record that was read or refused last; -1 before the first. Counted from where reading began.</summary>
    public long RecordNumber { get; private set; } = -1;

    /// <summary>Offset of the first byte of the header of the record that was read or refused last.</summary>
    public long RecordOffset { get; private set; }

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="source">Where the bytes come from.</param>
    /// <param name="position">Offset of the header of the record to start at, 0 to the length of the file.</param>
    /// <exception cref="DataFormatException">The file is empty: <see cref="FaultKind.EmptyFile"/>.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="position"/> is not in the file.</exception>
    public static TfRecordReader Open(string path, TfRecordSource source = TfRecordSource.Buffered, long position = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        TfRecordWindow window = TfRecordWindow.Open(path, source);
        try
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(position, window.Length);
            return new TfRecordReader(window, position);
        }
        catch
        {
            window.Dispose();
            throw;
        }
    }

    /// <summary>Reads the next record, and refuses a faulty one.</summary>
    /// <param name="data">The record's data, valid until the next read or <see cref="Dispose"/>; empty at the end of the file.</param>
    /// <returns>False at the end of the file.</returns>
    /// <exception cref="DataFormatException">The file is damaged here or cut off.</exception>
    /// <exception cref="ObjectDisposedException">The reader is disposed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRead(out ReadOnlySpan<byte> data)
    {
        bool found = TryRead(out data, out FaultKind fault);
        if (fault != FaultKind.None)
        {
            ThrowFault(fault);
        }

        return found;
    }

    /// <summary>Reads the next record and reports a fault instead of throwing.</summary>
    /// <param name="data">The record's data, as they stand in the file even where their checksum is wrong; valid until the next read or
    /// <see cref="Dispose"/>.</param>
    /// <param name="fault">
    /// <see cref="FaultKind.None"/>; <see cref="FaultKind.BadDataCrc"/>, after which reading can go on; or, where the answer is false, the fault that ends the
    /// reading. <see cref="Describe"/> says more.
    /// </param>
    /// <returns>True with a record; false at the end of the file and after a fault that hides where the next record begins.</returns>
    /// <exception cref="ObjectDisposedException">The reader is disposed.</exception>
    public bool TryRead(out ReadOnlySpan<byte> data, out FaultKind fault)
    {
        data = default;
        fault = FaultKind.None;
        if (!_window.TryGet(_position, TfRecordFraming.HeaderSize, out ReadOnlySpan<byte> header))
        {
            if (_position < _window.Length)
            {
                fault = Refuse(FaultKind.TruncatedHeader);
            }

            return false;
        }

        fault = TfRecordFraming.ReadHeader(header, out int length);
        if (fault != FaultKind.None)
        {
            Refuse(fault);
            return false;
        }

        // No overflow: a length is at most 1 GiB.
        int framed = TfRecordFraming.HeaderSize + length + TfRecordFraming.FooterSize;
        if (!_window.TryGet(_position, framed, out ReadOnlySpan<byte> record))
        {
            fault = Refuse(FaultKind.TruncatedData);
            return false;
        }

        data = record.Slice(TfRecordFraming.HeaderSize, length);
        if (BinaryPrimitives.ReadUInt32LittleEndian(record[(TfRecordFraming.HeaderSize + length)..]) != TfRecordFraming.ComputeMaskedCrc(data))
        {
            fault = FaultKind.BadDataCrc;
        }

        RecordNumber = _nextRecord++;
        RecordOffset = _position;
        _position += framed;
        return true;
    }

    /// <summary>The exception for a fault of the record that was read or refused last.</summary>
    /// <param name="kind">What is wrong.</param>
    /// <param name="detail">What was found and what was expected, without a full stop; by default <see cref="Describe"/> of a fault of framing.</param>
    public DataFormatException CreateException(FaultKind kind, string? detail = null) =>
        new(Path, RecordNumber, RecordOffset, kind, detail ?? Describe(kind));

    /// <summary>One line on a fault of framing of the record that was read or refused last: what was found and what was expected.</summary>
    /// <param name="kind">The kind that <see cref="TryRead(out ReadOnlySpan{byte}, out FaultKind)"/> reported.</param>
    public string Describe(FaultKind kind) => kind.DescribeFraming(Length - RecordOffset, kind == FaultKind.TruncatedData ? RefusedSize() : 0);

    /// <summary>Closes the file. Data handed out earlier may no longer be used.</summary>
    public void Dispose() => _window.Dispose();

    private FaultKind Refuse(FaultKind fault)
    {
        RecordNumber = _nextRecord;
        RecordOffset = _position;
        return fault;
    }

    private long RefusedSize() =>
        _window.TryGet(RecordOffset, TfRecordFraming.HeaderSize, out ReadOnlySpan<byte> header)
        && TfRecordFraming.ReadHeader(header, out int length) == FaultKind.None
            ? TfRecordFraming.HeaderSize + (long)length + TfRecordFraming.FooterSize
            : TfRecordFraming.HeaderSize + TfRecordFraming.FooterSize;

    private void ThrowFault(FaultKind fault) => throw CreateException(fault);
}
