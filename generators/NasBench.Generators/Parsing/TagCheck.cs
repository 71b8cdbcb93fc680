using System.Collections.Immutable;
using System.Globalization;

namespace NasBench.Generators;

/// <summary>Finds spaces of one compilation whose cells could not be told apart: different declarations whose hashes happen to be equal.</summary>
internal static class TagCheck
{
    /// <summary>Reports each space that has the tag of NAS-Bench-101, or of a space before it, without being the same space.</summary>
    public static IEnumerable<DiagnosticInfo> FindTaken(ImmutableArray<ParsedDeclaration> declarations)
    {
        Dictionary<uint, (string Text, string Name)> owners = new() { [0] = (SpaceTag.Nas101Text, "NAS-Bench-101") };
        foreach (ParsedDeclaration declaration in declarations)
        {
            if (declaration is not { Spec: { } spec, Place: { } place })
            {
                continue;
            }

            uint tag = spec.Tag;
            if (!owners.TryGetValue(tag, out (string Text, string Name) owner))
            {
                owners.Add(tag, (spec.TagText, "'" + spec.HintName + "'"));
            }
            else if (owner.Text != spec.TagText)
            {
                string[] arguments = [spec.HintName, owner.Name, tag.ToString(CultureInfo.InvariantCulture)];
                yield return new DiagnosticInfo(DiagnosticDescriptors.TagTaken.Id, new(arguments), place);
            }
        }
    }
}
