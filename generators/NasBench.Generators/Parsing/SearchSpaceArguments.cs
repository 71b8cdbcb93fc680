using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NasBench.Generators;

/// <summary>The values of an attribute and where each stands in the source. Lives only inside the parser.</summary>
internal sealed class SearchSpaceArguments
{
    private readonly AttributeSyntax _syntax;

    public SearchSpaceArguments(AttributeData attribute, AttributeSyntax syntax)
    {
        _syntax = syntax;
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            Read(argument.Key, argument.Value);
        }

        // An argument that did not bind is not among the values.
        int written = syntax.ArgumentList?.Arguments.Count ?? 0;
        HasErrors |= attribute.AttributeConstructor is null || written != attribute.NamedArguments.Length;
    }

    /// <summary>Whether the compiler itself reports an error in the arguments.</summary>
    public bool HasErrors { get; private set; }

    public int MaxVertices { get; private set; } = 7;

    public int MaxEdges { get; private set; }

    public ImmutableArray<string?> Operations { get; private set; } = [];

    public Location MaxVerticesLocation => LocationOf(Expression(nameof(MaxVertices)));

    public Location MaxEdgesLocation => LocationOf(Expression(nameof(MaxEdges)));

    public Location OperationsLocation => LocationOf(Expression(nameof(Operations)));

    /// <summary>Where the size of the space is decided: the edge limit, else the vertex limit.</summary>
    public Location LimitLocation => LocationOf(Expression(nameof(MaxEdges)) ?? Expression(nameof(MaxVertices)));

    public Location OperationLocation(int operation)
    {
        ExpressionSyntax? array = Expression(nameof(Operations));
        ExpressionSyntax[] items = array switch
        {
            CollectionExpressionSyntax collection => [.. collection.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression)],
            ArrayCreationExpressionSyntax { Initializer: not null } creation => [.. creation.Initializer.Expressions],
            ImplicitArrayCreationExpressionSyntax creation => [.. creation.Initializer.Expressions],
            _ => [],
        };
        return LocationOf(operation < items.Length ? items[operation] : array);
    }

    private void Read(string name, TypedConstant value)
    {
        if (value.Kind == TypedConstantKind.Error)
        {
            HasErrors = true;
        }
        else if (name == nameof(MaxVertices))
        {
            MaxVertices = (int)value.Value!;
        }
        else if (name == nameof(MaxEdges))
        {
            MaxEdges = (int)value.Value!;
        }
        else if (name == nameof(Operations))
        {
            HasErrors |= !value.IsNull && value.Values.Any(item => item.Kind == TypedConstantKind.Error);
            Operations = value.IsNull ? [] : [.. value.Values.Select(item => item.Value as string)];
        }
    }

    private ExpressionSyntax? Expression(string property)
        => _syntax.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property)?.Expression;

    private Location LocationOf(ExpressionSyntax? expression) => (expression ?? (SyntaxNode)_syntax).GetLocation();
}
