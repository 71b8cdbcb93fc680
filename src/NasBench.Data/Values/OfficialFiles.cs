using System.Security.Cryptography;

namespace NasBench.Data;

/// <summary>The two files that the authors of NAS-Bench-101 published, recognised by their SHA-256.</summary>
public static class OfficialFiles
{
    private const int BufferSize = 1 << 20;

    /// <summary>SHA-256 of the official <c>nasbench_full.tfrecord</c>.</summary>
    public const string FullSha256 = "3d64db8180fb1b0207212f9032205064312b6907a3bbc81eabea10db2f5c7e9c";

    /// <summary>SHA-256 of the official <c>nasbench_only108.tfrecord</c>.</summary>
    public const string Only108Sha256 = "4c39c3936e36a85269881d659e44e61a245babcb72cb374eacacf75d0e5f4fd1";

    /// <summary>Tells where the values of a file come from by its SHA-256.</summary>
    /// <param name="sha256">The SHA-256 of the file, 64 hexadecimal digits of either case.</param>
    /// <returns><see cref="Provenance.Measured"/> for the two official files, else <see cref="Provenance.Unknown"/>.</returns>
    public static Provenance GetProvenance(ReadOnlySpan<char> sha256) =>
        sha256.Equals(FullSha256, StringComparison.OrdinalIgnoreCase) || sha256.Equals(Only108Sha256, StringComparison.OrdinalIgnoreCase)
            ? Provenance.Measured
            : Provenance.Unknown;

    /// <summary>The SHA-256 of a file, as 64 lower-case hexadecimal digits.</summary>
    /// <param name="path">The file.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <remarks>A second or less for a gigabyte, where the file is in memory already.</remarks>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static string ComputeSha256(string path, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = GC.AllocateUninitializedArray<byte>(BufferSize);
        long done = 0;
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash.AppendData(buffer.AsSpan(0, read));
            done += read;
            progress?.Report(Math.Min(1, (double)done / Math.Max(file.Length, 1)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
