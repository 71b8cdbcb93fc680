using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NasBench.Generators;

public sealed partial class SearchSpaceGenerator
{
    /// <summary>One attribute on one type: to a spec, or to what is wrong with it.</summary>
    private sealed class Parser
    {
        private readonly List<DiagnosticInfo> diagnostics = [];
        private readonly INamedTypeSymbol type;
        private readonly TypeDeclarationSyntax declaration;
        private readonly SearchSpaceArguments arguments;
        private readonly CancellationToken cancellationToken;

        private Parser(INamedTypeSymbol type, TypeDeclarationSyntax declaration, SearchSpaceArguments arguments, CancellationToken cancellationToken)
        {
            this.type = type;
            this.declaration = declaration;
            this.arguments = arguments;
            this.cancellationToken = cancellationToken;
        }

        public static ParsedDeclaration Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
        {
            AttributeData attribute = context.Attributes[0];
            if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax syntax)
            {
                return new ParsedDeclaration(null, default);
            }

            var type = (INamedTypeSymbol)context.TargetSymbol;
            var arguments = new SearchSpaceArguments(attribute, syntax);
            if (arguments.HasErrors || !IsFirst(attribute, type))
            {
                return new ParsedDeclaration(null, default);
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
            SearchSpaceSpec? spec = diagnostics.Count > 0 ? null : CreateSpec(limits);
            return new ParsedDeclaration(spec, new([.. diagnostics]));
        }

        private SearchSpaceSpec CreateSpec(LimitSpec limits)
        {
            List<TypeSpec> containers = [];
            for (INamedTypeSymbol? container = type.ContainingType; container is not null; container = container.ContainingType)
            {
                containers.Insert(0, TypeNames.Describe(container));
            }

            return new SearchSpaceSpec(
                TypeNames.Namespace(type),
                new([.. containers]),
                TypeNames.Describe(type),
                TypeNames.HintName(type),
                limits,
                new([.. arguments.Operations.Select(name => name!)]));
        }

        private void CheckLanguage()
        {
            const LanguageVersion needed = LanguageVersion.CSharp12;
            LanguageVersion version = ((CSharpParseOptions)declaration.SyntaxTree.Options).LanguageVersion;
            if (version < needed)
            {
                Report(DiagnosticDescriptors.LanguageTooOld, declaration.Identifier, needed.ToDisplayString(), version.ToDisplayString());
            }
        }

        private void CheckType()
        {
            if (!IsPartial(declaration))
            {
                Report(DiagnosticDescriptors.NotPartial, declaration.Identifier, type.Name);
            }

            string? reason = type switch
            {
                { IsStatic: true } => "a static type implements no interface",
                { IsRefLikeType: true } => "a ref struct is no type argument",
                { IsFileLocal: true } => "a file-local type has no second file",
                _ when IsGeneric() => "it is generic or inside a generic type",
                _ => null,
            };
            if (reason is not null)
            {
                Report(DiagnosticDescriptors.UnsuitableType, declaration.Identifier, type.Name, reason);
            }
        }

        private bool IsGeneric()
        {
            for (INamedTypeSymbol? level = type; level is not null; level = level.ContainingType)
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
            foreach (TypeDeclarationSyntax container in declaration.Ancestors().OfType<TypeDeclarationSyntax>())
            {
                if (!IsPartial(container))
                {
                    Report(DiagnosticDescriptors.ContainerNotPartial, container.Identifier, container.Identifier.ValueText, type.Name);
                }
            }
        }

        private void CheckMembers()
        {
            if (GeneratedMembers.Contains(type.Name))
            {
                Report(DiagnosticDescriptors.MemberExists, declaration.Identifier.GetLocation(), type.Name, type.Name);
            }

            foreach (ISymbol member in type.GetMembers())
            {
                if (GeneratedMembers.Contains(member.Name) && !member.IsImplicitlyDeclared)
                {
                    Report(DiagnosticDescriptors.MemberExists, member.Locations[0], member.Name, type.Name);
                }
            }
        }

        private LimitSpec CheckLimits()
        {
            int vertices = arguments.MaxVertices;
            int operations = arguments.Operations.Length;
            if (vertices is < LimitSpec.SmallestMaxVertices or > LimitSpec.LargestMaxVertices)
            {
                Report(DiagnosticDescriptors.MaxVerticesOutOfRange, arguments.MaxVerticesLocation, Text(vertices));
                return new LimitSpec(vertices, 0, operations);
            }

            int edgeBits = EdgeOrder.EdgeBits(vertices);
            int edges = arguments.MaxEdges == 0 ? edgeBits : arguments.MaxEdges;
            var limits = new LimitSpec(vertices, edges, operations);
            if (edges < 0 || edges > edgeBits)
            {
                Report(DiagnosticDescriptors.MaxEdgesOutOfRange, arguments.MaxEdgesLocation, Text(edges), Text(edgeBits), Text(vertices));
            }
            else if (!TopologyList.Fits(limits, cancellationToken))
            {
                Report(DiagnosticDescriptors.TooManyTopologies, arguments.LimitLocation, Text(vertices), Text(edges));
            }

            return limits;
        }

        private void CheckOperations()
        {
            if (arguments.Operations.Length is 0 or > LimitSpec.MaxOperations)
            {
                Report(DiagnosticDescriptors.OperationCountOutOfRange, arguments.OperationsLocation, Text(arguments.Operations.Length));
                return;
            }

            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (int operation = 0; operation < arguments.Operations.Length; operation++)
            {
                string? name = arguments.Operations[operation];
                if (OperationNames.Fault(name) is string fault)
                {
                    string shown = name is null ? "null" : SymbolDisplay.FormatLiteral(name, quote: true);
                    Report(DiagnosticDescriptors.BadOperationName, arguments.OperationLocation(operation), shown, fault);
                }
                else if (!seen.Add(name!))
                {
                    Report(DiagnosticDescriptors.DuplicateOperationName, arguments.OperationLocation(operation), name!);
                }
            }
        }

        private static bool IsPartial(TypeDeclarationSyntax syntax) => syntax.Modifiers.Any(SyntaxKind.PartialKeyword);

        private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

        private void Report(DiagnosticDescriptor descriptor, SyntaxToken at, params string[] texts)
            => Report(descriptor, at.GetLocation(), texts);

        private void Report(DiagnosticDescriptor descriptor, Location at, params string[] texts)
            => diagnostics.Add(DiagnosticInfo.Create(descriptor, at, texts));
    }
}
