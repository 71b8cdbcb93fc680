using System.Diagnostics.CodeAnalysis;

namespace NasBench;

/// <summary>
/// Names the class that makes formatters of a type for notebooks. .NET Interactive finds attributes of this name in any assembly, so this library needs none of
/// its packages.
/// </summary>
/// <param name="typeName">The name of the class in this assembly: its room is above the types that it formats, so they do not name it in code.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class TypeFormatterSourceAttribute(string typeName) : Attribute
{
    /// <summary>The class: it has a constructor without parameters and a method <c>CreateTypeFormatters</c>.</summary>
    public Type? FormatterSourceType
    {
        // Notebooks are not trimmed, and trimmed programs are not made to carry what only notebooks use.
        [RequiresUnreferencedCode("A trimmed program may lack the class.")]
        get => typeof(TypeFormatterSourceAttribute).Assembly.GetType(typeName);
    }

    /// <summary>The kinds of output to choose from where nobody asks for one, the best first.</summary>
    public string[] PreferredMimeTypes { get; set; } = [];
}
