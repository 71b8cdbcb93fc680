namespace NasBench.Search;

/// <summary>Draws configurations of any encoding uniformly, as random search does.</summary>
/// <remarks>For one run and one thread; a draw allocates nothing.</remarks>
internal sealed class UniformCells
{
    /// <summary>So many times an encoding that rejects invalid configurations is asked again; then the strategy is exhausted.</summary>
    public const int MaxAttempts = SearchEncoding.MaxAttempts;

    private readonly SearchEncoding _encoding;
    private readonly double[] _configuration;

    public UniformCells(SearchEncoding encoding)
    {
        _encoding = encoding;
        _configuration = new double[encoding.HasGenotypes ? 0 : encoding.Parameters.Length];
    }

    /// <summary>Draws a cell; invalid ones too where the encoding lets them pass.</summary>
    public Cell Next(Random random, out int index)
    {
        if (_encoding.HasGenotypes)
        {
            _encoding.Draw(random, out Cell cell, out index);
            return cell;
        }

        _encoding.Draw(random, _configuration);
        return _encoding.Decode(_configuration, out index);
    }

    /// <summary>Draws a configuration of an encoding that has parameters, with its cell.</summary>
    /// <returns>Whether one was found: an encoding that rejects invalid ones is asked only so many times.</returns>
    public bool TryNext(Random random, Span<double> configuration, out Cell cell, out int index)
    {
        for (int attempt = 0; attempt < MaxAttempts; attempt++)
        {
            _encoding.Draw(random, configuration);
            cell = _encoding.Decode(configuration, out index);
            if (index >= 0 || !_encoding.RejectsInvalid)
            {
                return true;
            }
        }

        cell = default;
        index = -1;
        return false;
    }
}
