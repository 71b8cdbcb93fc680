using Microsoft.CodeAnalysis;

namespace NasBench.Generators;

/// <summary>What can be wrong with a declaration. An id is never used again for something else.</summary>
internal static class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor NotPartial = Error(
        "NBG001",
        "A search space is a partial type",
        "Type '{0}' must be partial: the generator adds its tables");

    public static readonly DiagnosticDescriptor ContainerNotPartial = Error(
        "NBG002",
        "A type around a search space is partial",
        "Type '{0}' must be partial: it contains the search space '{1}'");

    public static readonly DiagnosticDescriptor UnsuitableType = Error(
        "NBG003",
        "This kind of type cannot be a search space",
        "Type '{0}' cannot be a search space: {1}");

    public static readonly DiagnosticDescriptor MaxVerticesOutOfRange = Error(
        "NBG004",
        "MaxVertices is out of range",
        "MaxVertices must be 2 to 7, input and output included, but is {0}");

    public static readonly DiagnosticDescriptor MaxEdgesOutOfRange = Error(
        "NBG005",
        "MaxEdges is out of range",
        "MaxEdges must be 1 to {1} for {2} vertices, or 0 for no limit, but is {0}");

    public static readonly DiagnosticDescriptor OperationCountOutOfRange = Error(
        "NBG006",
        "The number of operations is out of range",
        "Operations must name 1 to 7 operations, but names {0}");

    public static readonly DiagnosticDescriptor BadOperationName = Error(
        "NBG007",
        "An operation name is not allowed",
        "Operation name {0} is not allowed: {1}");

    public static readonly DiagnosticDescriptor DuplicateOperationName = Error(
        "NBG008",
        "An operation name is given twice",
        "Operation name '{0}' is given twice");

    public static readonly DiagnosticDescriptor TooManyTopologies = Error(
        "NBG009",
        "The search space has too many topologies",
        "{0} vertices and {1} edges allow more than 16,384 topologies; lower MaxEdges or MaxVertices");

    public static readonly DiagnosticDescriptor MemberExists = Error(
        "NBG010",
        "A member has the name of a generated one",
        "The generator adds a member '{0}' to '{1}': rename this one");

    public static readonly DiagnosticDescriptor LanguageTooOld = Error(
        "NBG011",
        "The language version is too old",
        "A search space needs C# {0} or later, but this project compiles C# {1}");

    public static readonly DiagnosticDescriptor TagTaken = Error(
        "NBG012",
        "Two search spaces have the same tag",
        "Cells of '{0}' could not be told from cells of {1}, because both declarations have the tag {2}: rename an operation");

    private static readonly Dictionary<string, DiagnosticDescriptor> All = new[]
    {
        NotPartial, ContainerNotPartial, UnsuitableType, MaxVerticesOutOfRange, MaxEdgesOutOfRange, OperationCountOutOfRange,
        BadOperationName, DuplicateOperationName, TooManyTopologies, MemberExists, LanguageTooOld, TagTaken,
    }.ToDictionary(descriptor => descriptor.Id);

    public static DiagnosticDescriptor ById(string id) => All[id];

    private static DiagnosticDescriptor Error(string id, string title, string message)
        => new(id, title, message, "NasBench.SearchSpace", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
