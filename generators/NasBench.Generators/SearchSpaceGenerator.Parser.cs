using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NasBench.Generators;

public sealed partial class SearchSpaceGenerator
{
    /// <summary>One attribute on one type: to a spec, or to what is wrong with it.</summary>
    private sealed class Parser
    {
        private readonly List<DiagnosticInfo> _diagnostics = [];
        private readonly INamedTypeSymbol _type;
        private readonly TypeDeclarationSyntax _declaration;
        private readonly SearchSpaceArguments _arguments;
        private readonly CancellationToken _cancellationToken;

        private Parser(INamedTypeSymbol type, TypeDeclarationSyntax declaration, SearchSpaceArguments arguments, CancellationToken cancellationToken)
        {
            _type = type;
            _declaration = declaration;
            _arguments = arguments;
            _cancellationToken = cancellationToken;
        }

        public static ParsedDeclaration Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
        {
            AttributeData attribute = context.Attributes[0];
            if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax syntax)
            {
                return new ParsedDeclaration(null, null, default);
            }

            var type = (INamedTypeSymbol)context.TargetSymbol;
            var arguments = new SearchSpaceArguments(attribute, syntax);
            if (arguments.HasErrors || !IsFirst(attribute, type))
            {
                return new ParsedDeclaration(null, null, default);
            }

            return new Parser(type, (TypeDeclarationSyntax)context.TargetNode, arguments, cancellationToken).Parse();
        }

        /// <summary>A second attribute on another part of the type is the compiler's to report (CS0579); it must not generate the same files again.</summary>
        private static bool IsFirst(AttributeData attribute, INamedTypeSymbol type)
        {
            AttributeData first = type.GetAttributes()
                .First(other => SymbolEqualityComparer.Default.Equals(other.AttributeClass, attribute.AttributeClass));
            return first.ApplicationSyntaxReference?.Span == attribute.ApplicationSyntaxReference?.Span
                && first.ApplicationSyntaxReference?.SyntaxTree == attribute.ApplicationSyntaxReference?.SyntaxTree;
        }

        private ParsedDeclaration Parse()
        {
            CheckLanguage();
            CheckType();
            CheckContainers();
            CheckMembers();
            CheckOperations();
            LimitSpec limits = CheckLimits();
            SearchSpaceSpec? spec = _diagnostics.Count > 0 ? null : CreateSpec(limits);
            return new ParsedDeclaration(spec, SourcePlace.Create(_declaration.Identifier.GetLocation()), new([.. _diagnostics]));
        }

        private SearchSpaceSpec CreateSpec(LimitSpec limits)
        {
            List<TypeSpec> containers = [];
            for (INamedTypeSymbol? container = _type.ContainingType; container is not null; container = container.ContainingType)
            {
                containers.Insert(0, TypeNames.Describe(container));
            }

            return new SearchSpaceSpec(
                TypeNames.Namespace(_type),
                new([.. containers]),
                TypeNames.Describe(_type),
                TypeNames.HintName(_type),
                limits,
                new([.. _arguments.Operations.Select(name => name!)]));
        }

        private void CheckLanguage()
        {
            const LanguageVersion needed = LanguageVersion.CSharp12;
            LanguageVersion version = ((CSharpParseOptions)_declaration.SyntaxTree.Options).LanguageVersion;
            if (version < needed)
            {
                Report(DiagnosticDescriptors.LanguageTooOld, _declaration.Identifier, needed.ToDisplayString(), version.ToDisplayString());
            }
        }

        private void CheckType()
        {
            if (!IsPartial(_declaration))
            {
                Report(DiagnosticDescriptors.NotPartial, _declaration.Identifier, _type.Name);
            }

            string? reason = _type switch
            {
                { IsStatic: true } => "a static type implements no interface",
                { IsRefLikeType: true } => "a ref struct is no type argument",
                { IsFileLocal: true } => "a file-local type has no second file",
                _ when IsGeneric() => "it is generic or inside a generic type",
                _ => null,
            };
            if (reason is not null)
            {
                Report(DiagnosticDescriptors.UnsuitableType, _declaration.Identifier, _type.Name, reason);
            }
        }

        private bool IsGeneric()
        {
            for (INamedTypeSymbol? level = _type; level is not null; level = level.ContainingType)
            {
                if (level.Arity > 0)
                {
                    return true;
                }
            }

            return false;
        }

        private void CheckContainers()
        {
            foreach (TypeDeclarationSyntax container in _declaration.Ancestors().OfType<TypeDeclarationSyntax>())
            {
                if (!IsPartial(container))
                {
                    Report(DiagnosticDescriptors.ContainerNotPartial, container.Identifier, container.Identifier.ValueText, _type.Name);
                }
            }
        }

        private void CheckMembers()
        {
            if (GeneratedMembers.Contains(_type.Name))
            {
                Report(DiagnosticDescriptors.MemberExists, _declaration.Identifier.GetLocation(), _type.Name, _type.Name);
            }

            foreach (ISymbol member in _type.GetMembers())
            {
                if (GeneratedMembers.Contains(member.Name) && !member.IsImplicitlyDeclared)
                {
                    Report(DiagnosticDescriptors.MemberExists, member.Locations[0], member.Name, _type.Name);
                }
            }
        }

        private LimitSpec CheckLimits()
        {
            int vertices = _arguments.MaxVertices;
            int operations = _arguments.Operations.Length;
            if (vertices is < LimitSpec.SmallestMaxVertices or > LimitSpec.LargestMaxVertices)
            {
                Report(DiagnosticDescriptors.MaxVerticesOutOfRange, _arguments.MaxVerticesLocation, Text(vertices));
                return new LimitSpec(vertices, 0, operations);
            }

            int edgeBits = EdgeOrder.EdgeBits(vertices);
            int edges = _arguments.MaxEdges == 0 ? edgeBits : _arguments.MaxEdges;
            var limits = new LimitSpec(vertices, edges, operations);
            if (edges < 0 || edges > edgeBits)
            {
                Report(DiagnosticDescriptors.MaxEdgesOutOfRange, _arguments.MaxEdgesLocation, Text(edges), Text(edgeBits), Text(vertices));
            }
            else if (!TopologyList.Fits(limits, _cancellationToken))
            {
                Report(DiagnosticDescriptors.TooManyTopologies, _arguments.LimitLocation, Text(vertices), Text(edges));
            }

            return limits;
        }

        private void CheckOperations()
        {
            if (_arguments.Operations.Length is 0 or > LimitSpec.MaxOperations)
            {
                Report(DiagnosticDescriptors.OperationCountOutOfRange, _arguments.OperationsLocation, Text(_arguments.Operations.Length));
                return;
            }

            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (int operation = 0; operation < _arguments.Operations.Length; operation++)
            {
                string? name = _arguments.Operations[operation];
                if (OperationNames.Fault(name) is string fault)
                {
                    string shown = name is null ? "null" : SymbolDisplay.FormatLiteral(name, quote: true);
                    Report(DiagnosticDescriptors.BadOperationName, _arguments.OperationLocation(operation), shown, fault);
                }
                else if (!seen.Add(name!))
                {
                    Report(DiagnosticDescriptors.DuplicateOperationName, _arguments.OperationLocation(operation), name!);
                }
            }
        }

        private static bool IsPartial(TypeDeclarationSyntax syntax) => syntax.Modifiers.Any(SyntaxKind.PartialKeyword);

        private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

        private void Report(DiagnosticDescriptor descriptor, SyntaxToken at, params string[] texts)
            => Report(descriptor, at.GetLocation(), texts);

        private void Report(DiagnosticDescriptor descriptor, Location at, params string[] texts)
            => _diagnostics.Add(DiagnosticInfo.Create(descriptor, at, texts));
    }
}
