using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace NasBench.Plots;

/// <summary>The page of a report: one HTML file with its style, its script and its data in it. It asks nothing of a network.</summary>
internal static class ReportPage
{
    private const string Folder = "NasBench.Plots.Reports.Page.";

    /// <summary>Puts a page together.</summary>
    /// <param name="title">What stands at its top.</param>
    /// <param name="warning">What must be said of the values; null for nothing.</param>
    /// <param name="generator">The program that wrote it.</param>
    /// <param name="json">The document that the page draws. Its strings may hold anything: <c>&lt;</c> is escaped.</param>
    /// <returns>The page in UTF-8.</returns>
    public static byte[] Create(string title, string? warning, string generator, ReadOnlySpan<byte> json)
    {
        string script = Read("dist.report.js").Trim();
        string hash = "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        string text = Read("report.html");
        StringBuilder page = new();
        for (int end = 0; end < text.Length;)
        {
            int start = text.IndexOf("{{", end, StringComparison.Ordinal);
            page.Append(text, end, (start < 0 ? text.Length : start) - end);
            if (start < 0)
            {
                break;
            }

            end = text.IndexOf("}}", start, StringComparison.Ordinal) + 2;
            page.Append(text[(start + 2)..(end - 2)] switch
            {
                "title" => WebUtility.HtmlEncode(title),
                "warning" => warning is null ? "" : $"<p class=\"made-up\">{WebUtility.HtmlEncode(warning)}</p>",
                "generator" => WebUtility.HtmlEncode(generator),
                "style" => Read("report.css").Trim(),
                "script-hash" => hash,
                "script" => script,
                "data" => Encoding.UTF8.GetString(json).Replace("<", "\\u003c", StringComparison.Ordinal),
                string unknown => throw new InvalidOperationException($"the template asks for {unknown}"),
            });
        }

        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static string Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + name)
            ?? throw new InvalidOperationException($"the assembly lacks its own {name}");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
