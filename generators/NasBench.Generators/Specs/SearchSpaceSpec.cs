namespace NasBench.Generators;

/// <summary>A declaration that was accepted. Holds no symbol, no syntax and no position: equal declarations are equal specs wherever they stand.</summary>
/// <param name="Namespace">As source writes it; empty for the global namespace.</param>
/// <param name="Containers">The types around the declared one, outermost first.</param>
/// <param name="Type">The declared type.</param>
/// <param name="HintName">The start of the names of the generated files.</param>
/// <param name="Limits">The numbers.</param>
/// <param name="Operations">The names in canonical order.</param>
internal sealed record SearchSpaceSpec(
    string Namespace,
    EquatableArray<TypeSpec> Containers,
    TypeSpec Type,
    string HintName,
    LimitSpec Limits,
    EquatableArray<string> Operations)
{
    /// <summary>The declaration as the text that its tag is a hash of.</summary>
    public string TagText => SpaceTag.Text(Limits, Operations);

    /// <summary>The mark of the space in the bits of its cells.</summary>
    public uint Tag => SpaceTag.Compute(TagText);

    /// <summary>The name of the type from <c>global::</c> on.</summary>
    public string FullName
    {
        get
        {
            string name = Namespace.Length == 0 ? "global::" : "global::" + Namespace + ".";
            foreach (TypeSpec container in Containers)
            {
                name += container.Name + ".";
            }

            return name + Type.Name;
        }
    }
}
