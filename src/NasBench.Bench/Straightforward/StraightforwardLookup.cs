using System.Collections.Frozen;

namespace NasBench.Bench;

/// <summary>From hash to index by the dictionaries of the library.</summary>
public static class StraightforwardLookup
{
    /// <summary>Looks up one after the other; -1 where there is none.</summary>
    public static int FindAll(Dictionary<UInt128, int> dictionary, ReadOnlySpan<UInt128> keys, Span<int> results)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            results[i] = dictionary.TryGetValue(keys[i], out int index) ? index : -1;
        }

        return keys.Length;
    }

    /// <inheritdoc cref="FindAll(Dictionary{UInt128, int}, ReadOnlySpan{UInt128}, Span{int})"/>
    public static int FindAll(FrozenDictionary<UInt128, int> dictionary, ReadOnlySpan<UInt128> keys, Span<int> results)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            results[i] = dictionary.TryGetValue(keys[i], out int index) ? index : -1;
        }

        return keys.Length;
    }
}
