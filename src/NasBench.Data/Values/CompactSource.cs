using System.Runtime.CompilerServices;

namespace NasBench.Data;

/// <summary>The file that a compact file was made from, described so that it can be recognised.</summary>
/// <param name="Length">Its length in bytes.</param>
/// <param name="XxHash128">XxHash128 of its bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes, 64 hexadecimal digits, which become lower-case; null where it is not known. Anything else gives an
/// <see cref="ArgumentException"/>.</param>
public sealed record CompactSource(long Length, UInt128 XxHash128, string? Sha256)
{
    private const int Sha256Digits = 64;

    /// <summary>SHA-256 of its bytes, 64 lower-case hexadecimal digits; null where it is not known.</summary>
    /// <exception cref="ArgumentException">The value is neither null nor 64 hexadecimal digits.</exception>
    public string? Sha256
    {
        get;
        init => field = CheckSha256(value);
    }
    = CheckSha256(Sha256);

    /// <summary>Gives a SHA-256 in lower case, or null where it is null.</summary>
    /// <exception cref="ArgumentException">It is neither null nor 64 hexadecimal digits.</exception>
    internal static string? CheckSha256(string? sha256, [CallerArgumentExpression(nameof(sha256))] string? name = null) =>
        sha256 is null || (sha256.Length == Sha256Digits && sha256.All(char.IsAsciiHexDigit))
            ? sha256?.ToLowerInvariant()
            : throw new ArgumentException($"'{sha256}' is no SHA-256, which has 64 hexadecimal digits.", name);
}
