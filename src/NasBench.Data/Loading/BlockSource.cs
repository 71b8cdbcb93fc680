using System.Runtime.ExceptionServices;

namespace NasBench.Data;

/// <summary>Cuts a file into blocks of whole records. Only lengths and their checksums are looked at; a block begins where the one before ended, at a record for sure.</summary>
/// <remarks>Thread-safe: threads that ask at the same time get blocks one after the other.</remarks>
internal sealed class BlockSource(TfRecordWindow file)
{
    private readonly Lock _lock = new();
    private long _length = file.Length;
    private long _position;
    private long _nextRecord;
    private long _nextBlock;
    private bool _isEnded;

    /// <summary>Length of the file, as far as reading has shown.</summary>
    public long Length => Volatile.Read(ref _length);

    /// <summary>Reads the next records.</summary>
    /// <returns>False behind the last block.</returns>
    public bool TryTake(RecordBlock block)
    {
        lock (_lock)
        {
            if (_isEnded)
            {
                return false;
            }

            block.Begin(_nextBlock++, _nextRecord, _position);
            try
            {
                Fill(block);
            }
            catch (IOException failure)
            {
                // Blocks before this one come first, with all that may be wrong with them.
                block.Begin(block.Number, _nextRecord, _position);
                block.Failure = ExceptionDispatchInfo.Capture(failure);
                _isEnded = true;
            }

            _nextRecord += block.Count;
            _position = block.EndOffset;
            return true;
        }
    }

    /// <summary>Hands out no more blocks.</summary>
    public void End()
    {
        lock (_lock)
        {
            _isEnded = true;
        }
    }

    private void Fill(RecordBlock block)
    {
        ReadOnlySpan<byte> rest = Read(block);
        while (block.Count < RecordBlock.MaxRecords)
        {
            long remaining = _length - block.EndOffset;
            if (rest.Length < TfRecordFraming.HeaderSize)
            {
                if (remaining < TfRecordFraming.HeaderSize)
                {
                    End(block, remaining == 0 ? FaultKind.None : FaultKind.TruncatedHeader);
                }

                return;
            }

            FaultKind fault = TfRecordFraming.ReadHeader(rest, out int length);
            if (fault != FaultKind.None)
            {
                End(block, fault);
                return;
            }

            // No overflow: a length is at most 1 GiB.
            int size = TfRecordFraming.HeaderSize + length + TfRecordFraming.FooterSize;
            if (size <= rest.Length)
            {
                block.Append(length);
                rest = rest[size..];
            }
            else if (size > remaining)
            {
                End(block, FaultKind.TruncatedData, size);
                return;
            }
            else if (block.Count > 0)
            {
                return;
            }
            else
            {
                // A record longer than a block. The file has as many bytes.
                block.Grow(size);
                rest = Read(block);
            }
        }
    }

    /// <summary>Fills the block's buffer from where its records begin, as far as the file has bytes.</summary>
    private Span<byte> Read(RecordBlock block)
    {
        Span<byte> buffer = block.Buffer;
        int count = 0;
        while (count < buffer.Length && _position + count < _length)
        {
            int read = file.Read(_position + count, buffer[count..]);
            if (read == 0)
            {
                Volatile.Write(ref _length, _position + count); // the file became shorter
            }

            count += read;
        }

        return buffer[..count];
    }

    private void End(RecordBlock block, FaultKind fault, long size = 0)
    {
        block.End(fault, size);
        _isEnded = true;
    }
}
