using System.Security.Cryptography;

namespace NasBench.Cli;

/// <summary>
/// What has come of a file so far, under the name <c>FILE.part</c>, with the running SHA-256 of it. It stays when a download ends early, so that the next one
/// goes on from there; the file itself appears only whole and right.
/// </summary>
internal sealed class PartialFile : IDisposable
{
    private const int BufferSize = 1 << 20;

    private readonly string _path;
    private readonly string _partPath;
    private readonly FileStream _stream;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Opens what is there, and reads it for the SHA-256.</summary>
    public PartialFile(string path, CancellationToken cancellation)
    {
        _path = path;
        _partPath = path + ".part";
        _stream = new FileStream(_partPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        try
        {
            byte[] buffer = new byte[BufferSize];
            for (int read; (read = _stream.Read(buffer)) > 0;)
            {
                cancellation.ThrowIfCancellationRequested();
                _hash.AppendData(buffer.AsSpan(0, read));
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Bytes so far.</summary>
    public long Length => _stream.Position;

    /// <summary>Appends bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        _stream.Write(bytes);
        _hash.AppendData(bytes);
    }

    /// <summary>Begins again.</summary>
    public void Reset()
    {
        _stream.Position = 0;
        _stream.SetLength(0);
        _hash.GetHashAndReset();
    }

    /// <summary>The SHA-256 of all bytes so far, 64 lower-case hexadecimal digits.</summary>
    public string GetSha256() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>Writes everything through to the disk and gives the file its name.</summary>
    public void Complete()
    {
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
        File.Move(_partPath, _path, overwrite: true);
    }

    /// <summary>Removes what has come.</summary>
    public void Discard()
    {
        _stream.Dispose();
        File.Delete(_partPath);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stream.Dispose();
        _hash.Dispose();
    }
}
