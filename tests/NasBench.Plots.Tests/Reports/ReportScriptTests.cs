using System.Security.Cryptography;
using System.Text.RegularExpressions;
using NasBench.TestUtilities;

namespace NasBench.Plots.Tests;

/// <summary>The script of the page is kept beside its sources, so that nobody needs Node.js to build.</summary>
[Trait("Category", "Once")]
public sealed class ReportScriptTests
{
    private static readonly string s_page = TestFiles.InRepository("src", "NasBench.Plots", "Reports", "Page");

    [Fact]
    public void Script_IsMadeFromItsSources()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] sources = [.. Directory.GetFiles(Path.Combine(s_page, "src")).OrderBy(Path.GetFileName, StringComparer.Ordinal)];
        foreach (string source in sources.Prepend(Path.Combine(s_page, "package-lock.json")))
        {
            hash.AppendData(File.ReadAllBytes(source));
        }

        string script = File.ReadAllText(Path.Combine(s_page, "dist", "report.js"));
        string made = Regex.Match(script, "Made from sources with the SHA-256 ([0-9a-f]{64})").Groups[1].Value;
        Assert.True(
            made == Convert.ToHexStringLower(hash.GetHashAndReset()),
            "dist/report.js is not that of its sources: run npm ci && npm run build in Reports/Page");
    }

    [Fact]
    public void Script_NamesItsLibrariesAndTheirLicences()
    {
        string script = File.ReadAllText(Path.Combine(s_page, "dist", "report.js"));
        Assert.Contains("@observablehq/plot 0.6.17 (ISC)", script, StringComparison.Ordinal);
        Assert.Contains("Permission to use, copy, modify, and/or distribute this software", script, StringComparison.Ordinal);
    }
}
