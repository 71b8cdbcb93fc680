using System.Runtime.ExceptionServices;

namespace NasBench.Data;

/// <summary>Cuts a file into blocks of whole records: those that begin in the same stretch of the file.</summary>
/// <remarks>
/// Thread-safe. Threads read their stretches at the same time. Where the first record of a stretch begins is known for sure only once the stretch before it has
/// been walked, so threads walk in turn. Walking looks at lengths and their checksums only.
/// </remarks>
internal sealed class BlockReader(TfRecordWindow file)
{
    private readonly InOrderLock _order = new();
    private long _length = file.Length;
    private long _nextBlock = -1;

    // Of the thread whose turn it is.
    private long _position;
    private long _nextRecord;

    /// <summary>Length of the file, as far as reading has shown.</summary>
    public long Length => Volatile.Read(ref _length);

    /// <summary>Reads the next records.</summary>
    /// <returns>False after the last block.</returns>
    public bool TryTake(RecordBlock block)
    {
        long number = Interlocked.Increment(ref _nextBlock);
        long start = number * RecordBlock.StretchSize;
        ExceptionDispatchInfo? failure = null;
        int count = 0;
        try
        {
            count = Read(start, block.Empty());
        }
        catch (IOException exception)
        {
            failure = ExceptionDispatchInfo.Capture(exception);
        }

        if (!_order.Await(number))
        {
            return false;
        }

        block.Begin(number, _nextRecord, _position);
        bool isLast = failure is not null || Walk(block, count, ref failure);
        if (failure is not null)
        {
            // Blocks before this one come first, with all that may be wrong with them.
            block.Begin(number, _nextRecord, _position);
            block.Failure = failure;
        }

        _nextRecord += block.Count;
        _position = block.EndOffset;
        if (isLast)
        {
            _order.End();
        }
        else
        {
            _order.Pass();
        }

        return true;
    }

    /// <summary>Hands out no more blocks.</summary>
    public void End() => _order.End();

    /// <summary>Finds the records of a block.</summary>
    /// <param name="block">The block, begun.</param>
    /// <param name="count">Bytes in its buffer.</param>
    /// <param name="failure">Why reading more of the file failed.</param>
    /// <returns>Whether nothing follows the block.</returns>
    private bool Walk(RecordBlock block, int count, ref ExceptionDispatchInfo? failure)
    {
        while (block.IsOpen)
        {
            ReadOnlySpan<byte> rest = block.GetRest(count);
            long remaining = Math.Max(Length - block.EndOffset, rest.Length);
            if (remaining < TfRecordFraming.HeaderSize)
            {
                block.End(remaining == 0 ? FaultKind.None : FaultKind.TruncatedHeader, 0);
                return true;
            }

            FaultKind fault = TfRecordFraming.ReadHeader(rest, out int length);
            if (fault != FaultKind.None)
            {
                block.End(fault, 0);
                return true;
            }

            // No overflow: a length is at most 1 GiB.
            int size = TfRecordFraming.HeaderSize + length + TfRecordFraming.FooterSize;
            if (size <= rest.Length)
            {
                block.Append(length);
            }
            else if (size > remaining)
            {
                block.End(FaultKind.TruncatedData, size);
                return true;
            }
            else if (!TryReadMore(block, size, ref count, out failure))
            {
                return true;
            }
        }

        return block.EndOffset >= Length;
    }

    /// <summary>
    /// Reads the rest of a record that takes more room than a block has behind its stretch. The file has that many bytes, unless it is being shortened at this
    /// moment.
    /// </summary>
    private bool TryReadMore(RecordBlock block, int size, ref int count, out ExceptionDispatchInfo? failure)
    {
        try
        {
            int held = count;
            count += Read((block.Number * RecordBlock.StretchSize) + held, block.Grow(size, held));
            failure = null;
            return true;
        }
        catch (IOException exception)
        {
            failure = ExceptionDispatchInfo.Capture(exception);
            return false;
        }
    }

    /// <summary>Reads as many bytes as there is room for, or as the file has.</summary>
    private int Read(long position, Span<byte> buffer)
    {
        int count = 0;
        while (count < buffer.Length && position + count < Length)
        {
            int read = file.Read(position + count, buffer[count..]);
            if (read == 0)
            {
                Volatile.Write(ref _length, position + count); // the file became shorter
            }

            count += read;
        }

        return count;
    }
}
