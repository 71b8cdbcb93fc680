namespace NasBench.Data;

/// <summary>The file that a compact file was made from, so that it can be told which one it was.</summary>
/// <param name="Length">Its length in bytes.</param>
/// <param name="XxHash128">XxHash128 of its bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes, 64 lower-case hexadecimal digits; null where it is not known.</param>
public sealed record CompactSource(long Length, UInt128 XxHash128, string? Sha256);
