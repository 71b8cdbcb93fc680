using CsCheck;

namespace NasBench.Search.Tests;

/// <summary>A generator of one of some things.</summary>
internal static class Choice
{
    public static Gen<T> Of<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(number => choices[number]);
}
