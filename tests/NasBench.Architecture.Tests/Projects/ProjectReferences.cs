using System.Xml.Linq;

namespace NasBench.Architecture.Tests;

/// <summary>The references of a project, as its file states them.</summary>
internal static class ProjectReferences
{
    private const string Tests = "tests";
    private const string Benchmarks = "benchmarks";

    /// <summary>What is wrong with the references of a project.</summary>
    /// <param name="path">The project file from the root of the repository, with slashes: <c>src/NasBench.Core/NasBench.Core.csproj</c>.</param>
    /// <param name="xml">Its text.</param>
    /// <returns>A line each; none where all is well.</returns>
    public static IEnumerable<string> Faults(string path, string xml)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        string group = GroupOf(path);
        if (group is not (Tests or Benchmarks) && ProjectLayer.Find(name) is null)
        {
            yield return $"{name} has no place in the layers of projects ({path})";
        }

        IReadOnlySet<string> allowed = ProjectLayer.Allowed(name);
        foreach (string target in XDocument.Parse(xml).Descendants().Where(item => item.Name.LocalName == "ProjectReference").SelectMany(TargetsOf))
        {
            string used = Path.GetFileNameWithoutExtension(target);
            string usedGroup = GroupOf(Resolve(path, target));
            bool isAllowed = group switch
            {
                Tests => true,
                Benchmarks => usedGroup != Tests,
                _ => usedGroup is not (Tests or Benchmarks) && allowed.Contains(used),
            };
            if (!isAllowed)
            {
                yield return $"{name} -> {used} ({path} references {usedGroup}/{used})";
            }
        }
    }

    private static string[] TargetsOf(XElement reference) =>
        ((string?)reference.Attribute("Include") ?? "").Replace('\\', '/').Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The path of a target from the root of the repository.</summary>
    private static string Resolve(string path, string target)
    {
        List<string> parts = [.. path.Split('/')[..^1]];
        foreach (string part in target.Split('/'))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private static string GroupOf(string path) => path.Split('/')[0];
}
