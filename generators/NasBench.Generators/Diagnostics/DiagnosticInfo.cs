using Microsoft.CodeAnalysis;

namespace NasBench.Generators;

/// <summary>A diagnostic as strings and numbers, fit for the compiler's cache.</summary>
internal sealed record DiagnosticInfo(string Id, EquatableArray<string> Arguments, SourcePlace Place)
{
    public static DiagnosticInfo Create(DiagnosticDescriptor descriptor, Location location, params string[] arguments)
        => new(descriptor.Id, new(arguments), SourcePlace.Create(location));

    public Diagnostic ToDiagnostic()
        => Diagnostic.Create(DiagnosticDescriptors.ById(Id), Place.ToLocation(), [.. Arguments.AsSpan().ToArray()]);
}
