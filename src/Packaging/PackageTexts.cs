using System;
using System.IO;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Makes the texts of a package from those of the repository. The page of a package shows no HTML, and of links only those that begin with https://.
/// So links to files and to headings become links to the repository's address. Where no address is given, only their words stay.
/// </summary>
/// <remarks>Compiled and run by MSBuild while it packs: see Directory.Build.targets beside this folder.</remarks>
public sealed class PackageTexts : Task
{
    private const string MissingSection = "CHANGELOG.md: expected a section [{0}] or [Unreleased]";
    private const string HtmlTag = "README.md: {0} would show as text on the page of a package; write it in Markdown";
    private const string LinkByName = "README.md: {0} gives a link of this repository a name; write the link where it is used";

    /// <summary>Code, comments and links, whichever comes first. What is in code or in a comment is no link.</summary>
    private static readonly Regex Parts = new Regex(
        @"(?<code>^```.*?^```$|(?<ticks>`+)[^`].*?\k<ticks>)"
        + @"|(?<comment><!--.*?-->\n?)"
        + @"|(?<image>!?)\[(?<words>(?:!\[[^\]]*\]\([^)]*\)|[^\[\]])*)\]\((?<target>[^)\s]+)(?<title>\s[^)]*)?\)",
        RegexOptions.Multiline | RegexOptions.Singleline);

    private static readonly Regex Tag = new Regex(@"</?[a-z][a-z0-9]*(\s[^>]*)?/?>", RegexOptions.IgnoreCase);
    private static readonly Regex Definition = new Regex(@"^ {0,3}\[[^\]]+\]:\s+(?!https://).*$", RegexOptions.Multiline);

    /// <summary>The README of the repository.</summary>
    [Required]
    public string ReadMe { get; set; } = "";

    /// <summary>The CHANGELOG of the repository.</summary>
    [Required]
    public string ChangeLog { get; set; } = "";

    /// <summary>The version that is packed.</summary>
    [Required]
    public string Version { get; set; } = "";

    /// <summary>Where the repository is published; empty where it is not.</summary>
    public string RepositoryUrl { get; set; } = "";

    /// <summary>The commit that is packed, so that links keep showing what the package was made of; empty where it is not known.</summary>
    public string Revision { get; set; } = "";

    /// <summary>Where the README of the package is written.</summary>
    [Required]
    public string PackedReadMe { get; set; } = "";

    /// <summary>What the CHANGELOG says of this version; of a version without a section, what is not released yet.</summary>
    [Output]
    public string ReleaseNotes { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        string text = Rewrite(File.ReadAllText(ReadMe).Replace("\r\n", "\n"));
        string prose = Parts.Replace(text, match => match.Groups["code"].Success ? "" : match.Value);
        Refuse(Tag.Match(prose), HtmlTag);
        Refuse(Definition.Match(prose), LinkByName);
        if (!File.Exists(PackedReadMe) || File.ReadAllText(PackedReadMe) != text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PackedReadMe));
            File.WriteAllText(PackedReadMe, text);
        }

        string log = File.ReadAllText(ChangeLog).Replace("\r\n", "\n");
        ReleaseNotes = FindSection(log, Version) ?? FindSection(log, "Unreleased") ?? "";
        if (ReleaseNotes.Length == 0)
        {
            Log.LogError(MissingSection, Version);
        }

        return !Log.HasLoggedErrors;
    }

    private static string FindSection(string log, string name)
    {
        string heading = @"^## \[" + Regex.Escape(name) + @"\][^\n]*\n";
        Match section = Regex.Match(log, heading + @"(?<body>.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline);
        return section.Success ? section.Groups["body"].Value.Trim() : null;
    }

    private void Refuse(Match match, string message)
    {
        if (match.Success)
        {
            Log.LogError(message, match.Value);
        }
    }

    private string Rewrite(string text) => Parts.Replace(text, match =>
    {
        if (match.Groups["code"].Success)
        {
            return match.Value;
        }

        if (match.Groups["comment"].Success)
        {
            return "";
        }

        bool isImage = match.Groups["image"].Length > 0;
        string words = Rewrite(match.Groups["words"].Value);
        string target = match.Groups["target"].Value;
        string address = target.StartsWith("https://", StringComparison.Ordinal) ? target : Address(target, isImage);
        return address.Length == 0 ? words : (isImage ? "!" : "") + "[" + words + "](" + address + match.Groups["title"].Value + ")";
    });

    private string Address(string target, bool isImage)
    {
        string root = RepositoryUrl.TrimEnd('/');
        if (root.EndsWith(".git", StringComparison.Ordinal))
        {
            root = root.Substring(0, root.Length - ".git".Length);
        }

        string revision = Revision.Length == 0 ? "HEAD" : Revision;
        return root.Length == 0 ? ""
            : target.StartsWith("#", StringComparison.Ordinal) ? root + "/blob/" + revision + "/README.md" + target
            : root + (isImage ? "/raw/" : "/blob/") + revision + "/" + target;
    }
}
