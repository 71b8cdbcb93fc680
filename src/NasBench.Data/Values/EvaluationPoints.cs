using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NasBench.Data;

/// <summary>Checks of evaluation points that callers give.</summary>
internal static class EvaluationPoints
{
    /// <summary>Refuses a number that was cast to the type without being one of its values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is neither halfway nor final.</exception>
    public static void Require(this EvaluationPoint point, [CallerArgumentExpression(nameof(point))] string? name = null)
    {
        if (point > EvaluationPoint.Final)
        {
            Throw(point, name);
        }
    }

    [DoesNotReturn]
    private static void Throw(EvaluationPoint point, string? name) =>
        throw new ArgumentOutOfRangeException(name, point, "An evaluation is either halfway or final.");
}
