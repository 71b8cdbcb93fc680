using NasBench.Data;

namespace NasBench.Cli;

/// <summary>A file that the authors of NAS-Bench-101 publish.</summary>
/// <param name="Name">The word of the command line.</param>
/// <param name="FileName">The name of the file.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Sha256">Its SHA-256, 64 lower-case hexadecimal digits.</param>
internal sealed record OfficialFile(string Name, string FileName, long Length, string Sha256)
{
    /// <summary>Both of them.</summary>
    public static IReadOnlyList<OfficialFile> All { get; } =
    [
        new("only108", "nasbench_only108.tfrecord", 522_767_376, OfficialFiles.Only108Sha256),
        new("full", "nasbench_full.tfrecord", 2_085_986_016, OfficialFiles.FullSha256),
    ];

    /// <summary>Where it is published.</summary>
    public Uri Address => new($"https://storage.googleapis.com/nasbench/{FileName}");
}
