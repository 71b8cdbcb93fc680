using System.Security.Cryptography;

namespace NasBench.Cli;

/// <summary>
/// What has come of a file so far, under the name <c>FILE.part</c>, with the running SHA-256 of it. It stays when a download ends early, so that
/// the next one continues from there, unless it is empty; the file itself appears only whole and right.
/// </summary>
internal sealed class PartialFile : IDisposable
{
    private const int BufferSize = 1 << 20;

    private readonly string _path;
    private readonly FileStream _stream;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool _completed;

    /// <summary>Opens what is there, and reads it for the SHA-256.</summary>
    /// <exception cref="IOException">It cannot be opened or read, or is a symbolic link.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public PartialFile(string path, CancellationToken cancellation)
    {
        _path = path;
        Name = NameOf(path);
        _stream = PrivateFile.Open(Name);
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
            _stream.Dispose();
            _hash.Dispose();
            throw;
        }

        HoldsEarlierBytes = Length > 0;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Bytes so far.</summary>
    public long Length => _stream.Position;

    /// <summary>Whether some of the bytes were there before: of an earlier download, or of something else.</summary>
    public bool HoldsEarlierBytes { get; private set; }

    /// <summary>The name under which the bytes of a file are kept until it is whole.</summary>
    public static string NameOf(string path) => path + ".part";

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
        HoldsEarlierBytes = false;
    }

    /// <summary>The SHA-256 of all bytes so far, 64 lower-case hexadecimal digits.</summary>
    public string GetSha256() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>Writes everything through to the disk, and gives the file its name and the usual permissions.</summary>
    public void Complete()
    {
        PrivateFile.MakeNormal(_stream);
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
        File.Move(Name, _path, overwrite: true);
        _completed = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        bool isEmpty = !_completed && _stream.CanSeek && _stream.Length == 0;
        _stream.Dispose();
        _hash.Dispose();
        if (isEmpty)
        {
            RemoveEmpty();
        }
    }

    private void RemoveEmpty()
    {
        try
        {
            File.Delete(Name);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The failure that led here is the one to tell.
        }
    }
}
