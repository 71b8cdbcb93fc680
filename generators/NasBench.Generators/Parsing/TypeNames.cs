using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NasBench.Generators;

/// <summary>How generated source writes the names of the user's types.</summary>
internal static class TypeNames
{
    public static TypeSpec Describe(INamedTypeSymbol type) => new(Keyword(type), Escape(type.Name));

    public static string Namespace(INamedTypeSymbol type)
        => string.Join(".", NamespaceParts(type).Select(Escape));

    /// <summary>The full name without escapes: unique among types that are not generic.</summary>
    public static string HintName(INamedTypeSymbol type)
    {
        string name = type.Name;
        for (INamedTypeSymbol? container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            name = container.Name + "." + name;
        }

        return string.Join(".", [.. NamespaceParts(type), name]);
    }

    private static List<string> NamespaceParts(INamedTypeSymbol type)
    {
        List<string> parts = [];
        for (INamespaceSymbol part = type.ContainingNamespace; !part.IsGlobalNamespace; part = part.ContainingNamespace)
        {
            parts.Insert(0, part.Name);
        }

        return parts;
    }

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, IsValueType: true } => "record struct",
        { IsRecord: true } => "record",
        { IsValueType: true } => "struct",
        { TypeKind: TypeKind.Interface } => "interface",
        _ => "class",
    };

    private static string Escape(string name)
        => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
