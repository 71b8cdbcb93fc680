using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NasBench.Generators;

/// <summary>A diagnostic as strings and numbers, fit for the compiler's cache.</summary>
internal sealed record DiagnosticInfo(
    string Id,
    EquatableArray<string> Arguments,
    string Path,
    TextSpan Span,
    LinePositionSpan Lines)
{
    public static DiagnosticInfo Create(DiagnosticDescriptor descriptor, Location location, params string[] arguments)
    {
        FileLinePositionSpan lines = location.GetLineSpan();
        return new(descriptor.Id, new(arguments), lines.Path, location.SourceSpan, lines.Span);
    }

    public Diagnostic ToDiagnostic()
        => Diagnostic.Create(DiagnosticDescriptors.ById(Id), Location.Create(Path, Span, Lines), [.. Arguments.AsSpan().ToArray()]);
}
