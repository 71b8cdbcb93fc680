using System.IO.Hashing;

namespace NasBench.Data;

/// <summary>
/// Compact files, <c>.nasb</c>: a whole data set in one file that opens at once and is read where it stands, with every value of the original to the bit. The
/// layout is described beside the source, in <c>src/NasBench.Data/Compact/README.md</c>. <see cref="Dataset.Open"/> opens them.
/// </summary>
public static class CompactFile
{
    /// <summary>The version of the format that is written, and the newest that is read.</summary>
    public const int Version = CompactFormat.Version;

    private const int BufferSize = 1 << 20;

    /// <summary>Reads the header of a file, nothing else.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFormatException">The header is damaged, of a newer version, or not that of a compact file.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static CompactFileInfo ReadInfo(string path)
    {
        CompactHeader header = CompactHeader.Read(FileBytes.Open(path, CompactAccess.Map), path);
        CompactSection[] sections =
        [
            .. header.Sections.Where(section => section.Length > 0).Select(
                section => new CompactSection(section.Name, section.Length, CompactFormat.IsHot(section.Kind))),
        ];
        return new CompactFileInfo(CompactFormat.Version, header.Provenance, header.Source, sections);
    }

    /// <summary>Checks all of a file: header, checksums, every entry, hashes and parameter counts against the graphs.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxFaults">Faults beyond this number, at least 1, are not listed.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>What is wrong; empty for a good file. The <see cref="DataFormatException.Record"/> of each is the position of a cell, or -1.</returns>
    /// <remarks>A second or two for the whole space at four numbers of epochs.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxFaults"/> is below 1.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static IReadOnlyList<DataFormatException> Verify(
        string path, int maxFaults = 10_000, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxFaults, 1);
        try
        {
            FileBytes file = FileBytes.Open(path, CompactAccess.Map);
            return CompactVerifier.Verify(file, path, maxFaults, progress, cancellationToken);
        }
        catch (DataFormatException fault)
        {
            return [fault];
        }
    }

    /// <summary>Describes a file as the source of a conversion.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sha256">Its SHA-256 where it is known, 64 hexadecimal digits.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <remarks>Reads the file once: a tenth of a second for half a gigabyte that is in memory already.</remarks>
    /// <exception cref="ArgumentException"><paramref name="sha256"/> is neither null nor 64 hexadecimal digits.</exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static CompactSource DescribeSource(string path, string? sha256 = null, CancellationToken cancellationToken = default)
    {
        sha256 = CompactSource.CheckSha256(sha256);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
        var hash = new XxHash128();
        byte[] buffer = GC.AllocateUninitializedArray<byte>(BufferSize);
        long length = 0;
        for (int read; (read = stream.Read(buffer)) > 0; length += read)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash.Append(buffer.AsSpan(0, read));
        }

        return new CompactSource(length, hash.GetCurrentHashAsUInt128(), sha256);
    }
}
