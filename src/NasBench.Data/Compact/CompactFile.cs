using System.IO.Hashing;

namespace NasBench.Data;

/// <summary>
/// Compact files, <c>.nasb</c>: a whole data set in one file that opens at once and is read where it stands, with every value of the original to the bit. The layout is
/// described beside the source, in <c>src/NasBench.Data/Compact/README.md</c>. <see cref="Dataset.Open"/> opens them.
/// </summary>
public static class CompactFile
{
    /// <summary>The version of the format that is written, and the newest that is read.</summary>
    public const int Version = CompactFormat.Version;

    private const int BufferSize = 1 << 20;

    /// <summary>Writes a data set. The same records, provenance and source give the same bytes. The result is compared with the data set, value by value, before it takes its name.</summary>
    /// <param name="data">The data set, of at least one record.</param>
    /// <param name="path">The file to make. It appears when it is complete; an existing one is replaced then.</param>
    /// <param name="provenance">Where the values come from; <see cref="Provenance.Measured"/> needs a source whose SHA-256 is that of an official file.</param>
    /// <param name="source">The file that the data set was loaded from, if any.</param>
    /// <param name="progress">Receives the done part, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early and leaves no file.</param>
    /// <returns>The number of bytes written.</returns>
    /// <remarks>About 200 bytes a cell and number of epochs with three repeats; a second or two for the whole space at four numbers of epochs. Up to four threads share the work.</remarks>
    /// <exception cref="ArgumentException">The data set holds no record, or is said to be measured by a source that is not official.</exception>
    /// <exception cref="IOException">The file cannot be made, the disk is full or failed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    /// <exception cref="DataFormatException">The data set comes from a damaged file whose checksums were not verified. No file is left.</exception>
    /// <exception cref="InvalidDataException">What was written is not the data set: the disk, the memory or this library is at fault. No file is left.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static long Write(
        Dataset data, string path, Provenance provenance, CompactSource? source = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.RecordCount == 0)
        {
            throw new ArgumentException("A compact file holds at least one record.", nameof(data));
        }

        if (source is { Length: <= 0 })
        {
            throw new ArgumentException("A source has at least one byte.", nameof(source));
        }

        if (provenance == Provenance.Measured && (source?.Sha256 is not { } sha256 || DatasetProvenance.OfFile(sha256) != Provenance.Measured))
        {
            throw new ArgumentException("Measured values come from one of the official files, which their SHA-256 tells.", nameof(provenance));
        }

        return CompactWriter.Write(data.PrepareExport(cancellationToken), path, provenance, source, progress, cancellationToken);
    }

    /// <summary>Reads the header of a file, nothing else.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFormatException">The header is damaged, of a newer version, or not that of a compact file.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static CompactFileInfo ReadInfo(string path)
    {
        CompactHeader header = CompactHeader.Read(FileBytes.Open(path, CompactAccess.Map), path);
        CompactSection[] sections =
        [
            .. header.Sections.Where(section => section.Length > 0).Select(section => new CompactSection(section.Name, section.Length, CompactFormat.IsHot(section.Kind))),
        ];
        return new CompactFileInfo(CompactFormat.Version, header.Provenance, header.Source, sections);
    }

    /// <summary>Checks all of a file: header, checksums, every entry, hashes and parameter counts against the graphs.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxFaults">Faults beyond this number, at least 1, are not listed.</param>
    /// <param name="progress">Receives the done part, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>What is wrong; empty for a good file. Their <see cref="DataFormatException.Record"/> is the position of a cell in the file, or -1.</returns>
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
