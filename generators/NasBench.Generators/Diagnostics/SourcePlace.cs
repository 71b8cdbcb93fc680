using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NasBench.Generators;

/// <summary>A place in a source file as strings and numbers, fit for the compiler's cache.</summary>
internal sealed record SourcePlace(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static SourcePlace Create(Location location)
    {
        FileLinePositionSpan lines = location.GetLineSpan();
        return new(lines.Path, location.SourceSpan, lines.Span);
    }

    public Location ToLocation() => Location.Create(Path, Span, Lines);
}
