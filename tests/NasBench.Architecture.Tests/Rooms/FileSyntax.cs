using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NasBench.Architecture.Tests;

/// <summary>The syntax of a C# file.</summary>
/// <param name="text">The text of the file.</param>
internal sealed class FileSyntax(string text)
{
    private static readonly CSharpParseOptions s_options = new(LanguageVersion.Preview, DocumentationMode.None);

    private readonly SyntaxNode _root = CSharpSyntaxTree.ParseText(text, s_options).GetRoot();

    /// <summary>The types that are declared, those inside of other types left out.</summary>
    public IReadOnlyList<DeclaredType> DeclaredTypes() =>
    [
        .. _root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).Select(node => node switch
        {
            BaseTypeDeclarationSyntax type => new DeclaredType(type.Identifier.ValueText, type.Modifiers.Any(SyntaxKind.PartialKeyword)),
            DelegateDeclarationSyntax type => new DeclaredType(type.Identifier.ValueText, IsPartial: false),
            _ => default,
        }).Where(type => type.Name is not null),
    ];

    /// <summary>Each declared namespace, and each run of its parts: <c>A.B.C</c> gives A, A.B, A.B.C, B, B.C and C.</summary>
    public IEnumerable<string> NamespaceParts()
    {
        foreach (BaseNamespaceDeclarationSyntax declared in _root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>())
        {
            string[] parts = $"{declared.Name}".Split('.');
            for (int start = 0; start < parts.Length; start++)
            {
                for (int end = start + 1; end <= parts.Length; end++)
                {
                    yield return string.Join('.', parts[start..end]);
                }
            }
        }
    }

    /// <summary>
    /// The words that may name a type: identifiers but for those behind a dot, which belong to what stands before it. Behind a namespace a type may follow; an
    /// attribute also goes by its long name.
    /// </summary>
    /// <param name="namespaces">The parts of namespaces that are declared in the project.</param>
    public IReadOnlySet<string> Words(IReadOnlySet<string> namespaces)
    {
        HashSet<string> words = [];
        foreach (SyntaxToken token in _root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)))
        {
            if (!token.GetPreviousToken().IsKind(SyntaxKind.DotToken) || namespaces.Contains(Qualifier(token)))
            {
                words.Add(token.ValueText);
                if (IsAttributeName(token))
                {
                    words.Add(token.ValueText + "Attribute");
                }
            }
        }

        words.UnionWith(WordsLeftOut());
        return words;
    }

    /// <summary>What stands before the dot before a name.</summary>
    private static string Qualifier(SyntaxToken name)
    {
        SyntaxNode? before = name.Parent?.Parent switch
        {
            QualifiedNameSyntax qualified => qualified.Left,
            MemberAccessExpressionSyntax access => access.Expression,
            _ => null,
        };
        return before is null ? "" : $"{before.WithoutTrivia()}".Replace("global::", "", StringComparison.Ordinal);
    }

    private static bool IsAttributeName(SyntaxToken token) =>
        token.Parent?.AncestorsAndSelf().TakeWhile(node => node is NameSyntax).LastOrDefault()?.Parent is AttributeSyntax;

    /// <summary>The words between <c>#if</c> and <c>#endif</c> that this reading leaves out: another build compiles them.</summary>
    private IEnumerable<string> WordsLeftOut() =>
        _root.DescendantTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia))
            .SelectMany(trivia => SyntaxFactory.ParseTokens(trivia.ToFullString(), options: s_options))
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(token => token.ValueText);
}
