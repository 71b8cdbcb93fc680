using System.Reflection;
using Microsoft.CodeAnalysis;

namespace NasBench.Generators.Tests;

/// <summary>Walks everything that a value reaches. A compiler object in a cached value keeps whole compilations alive and defeats the cache.</summary>
internal static class ObjectGraph
{
    public static void AssertHoldsNoCompilerObject(object value)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var waiting = new Stack<object>([value]);
        while (waiting.TryPop(out object? current))
        {
            if (!seen.Add(current))
            {
                continue;
            }

            Assert.False(
                current is ISymbol or Compilation or SyntaxNode or SyntaxTree or SemanticModel
                    or Location or DiagnosticDescriptor or SyntaxReference or AttributeData,
                $"a cached value holds a {current.GetType()}");
            foreach (object? child in ChildrenOf(current))
            {
                if (child is not null)
                {
                    waiting.Push(child);
                }
            }
        }
    }

    private static IEnumerable<object?> ChildrenOf(object value)
    {
        Type type = value.GetType();
        if (type.IsPrimitive || type.IsEnum || value is string)
        {
            return [];
        }

        if (value is Array array)
        {
            return type.GetElementType()!.IsPrimitive ? [] : array.Cast<object?>();
        }

        var children = new List<object?>();
        for (Type? level = type; level is not null; level = level.BaseType)
        {
            children.AddRange(level
                .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Where(field => !field.FieldType.IsPrimitive && !field.FieldType.IsPointer)
                .Select(field => field.GetValue(value)));
        }

        return children;
    }
}
