namespace NasBench.Search;

/// <summary>Lets a cell pass once: the setting <c>skips</c> of random search.</summary>
/// <remarks>For one run and one thread.</remarks>
internal sealed class UnseenFilter
{
    private readonly CellIdentity _identity;
    private readonly SeenCells _seen = new();

    private UnseenFilter(CellIdentity identity) => _identity = identity;

    /// <summary>The filter of some settings.</summary>
    /// <returns>The filter; null where nothing is skipped.</returns>
    public static UnseenFilter? Create(StrategySettings settings) => (settings.Has("skips") ? settings.Word("skips") : "nothing") switch
    {
        "class" => new UnseenFilter(CellIdentity.Class),
        "paths" => new UnseenFilter(CellIdentity.Paths),
        _ => null,
    };

    /// <summary>Whether a cell passes, and never again.</summary>
    /// <param name="index">The index of its class; one that is not valid always passes.</param>
    public bool Takes(int index) => index < 0 || _seen.Add(_identity.Of(index));
}
