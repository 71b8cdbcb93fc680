using System.Numerics;

namespace NasBench.Search;

/// <summary>Categorical parameters side by side in the bits of one number, each in as many bits as its values need.</summary>
internal sealed class PackedParameters
{
    private readonly byte[] _shifts;
    private readonly int[] _counts;

    public PackedParameters(ReadOnlySpan<EncodingParameter> parameters)
    {
        _shifts = new byte[parameters.Length + 1];
        _counts = new int[parameters.Length];
        for (int i = 0; i < parameters.Length; i++)
        {
            _counts[i] = parameters[i].Count;
            _shifts[i + 1] = (byte)(_shifts[i] + BitOperations.Log2((uint)Math.Max(_counts[i] - 1, 1)) + 1);
        }
    }

    /// <summary>The number of parameters.</summary>
    public int Count => _counts.Length;

    /// <summary>The number of bits of all.</summary>
    public int Width => _shifts[^1];

    /// <summary>Whether parameters are all categorical, and fit into 64 bits.</summary>
    public static bool Fits(ReadOnlySpan<EncodingParameter> parameters)
    {
        int width = 0;
        foreach (EncodingParameter parameter in parameters)
        {
            if (parameter.Kind != ParameterKind.Categorical)
            {
                return false;
            }

            width += BitOperations.Log2((uint)Math.Max(parameter.Count - 1, 1)) + 1;
        }

        return width <= 64;
    }

    /// <summary>The first bit of a parameter; for the number of parameters, the end.</summary>
    public int Shift(int parameter) => _shifts[parameter];

    /// <summary>The number of values of a parameter.</summary>
    public int ValueCount(int parameter) => _counts[parameter];

    /// <summary>The value of a parameter.</summary>
    public int Get(ulong packed, int parameter) => (int)(packed >> _shifts[parameter] & ((1UL << (_shifts[parameter + 1] - _shifts[parameter])) - 1));

    /// <summary>Packs a configuration.</summary>
    public ulong Pack(ReadOnlySpan<double> configuration)
    {
        ulong packed = 0;
        for (int i = 0; i < _counts.Length; i++)
        {
            packed |= (ulong)configuration[i] << _shifts[i];
        }

        return packed;
    }

    /// <summary>Unpacks a configuration.</summary>
    public void Unpack(ulong packed, Span<double> configuration)
    {
        for (int i = 0; i < _counts.Length; i++)
        {
            configuration[i] = Get(packed, i);
        }
    }
}
