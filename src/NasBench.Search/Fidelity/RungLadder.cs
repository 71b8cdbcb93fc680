using System.Globalization;

namespace NasBench.Search;

/// <summary>
/// The numbers of epochs that successive halving trains with: from a full training downward, each a whole part of the next, as long as they are not below a
/// least one. All of it is integer arithmetic: a logarithm can lose a rung to rounding.
/// </summary>
internal sealed class RungLadder
{
    private readonly int[] _epochs;

    private RungLadder(int[] epochs, int eta)
    {
        _epochs = epochs;
        Eta = eta;
    }

    /// <summary>One of so many goes on to the next rung.</summary>
    public int Eta { get; }

    /// <summary>The number of rungs, at least two.</summary>
    public int Count => _epochs.Length;

    /// <summary>The epochs of a rung, 0 being the lowest.</summary>
    public int this[int rung] => _epochs[rung];

    /// <summary>Builds the ladder of a run from its settings <c>eta</c>, <c>min_epochs</c> and <c>epochs</c>.</summary>
    /// <param name="algorithm">The algorithm's name, for the message.</param>
    /// <param name="context">The run.</param>
    /// <exception cref="SearchException">The data lack one of the rungs, or there is one rung alone.</exception>
    public static RungLadder Create(string algorithm, StrategyContext context)
    {
        ReadOnlySpan<int> present = context.Epochs;
        int eta = context.Settings.Integer("eta");
        int least = context.Settings.Integer("min_epochs");
        least = least > 0 ? least : present[0];
        int highest = context.FullEpochs;
        var needed = new List<int> { highest };
        while (needed[0] % eta == 0 && needed[0] / eta >= least)
        {
            needed.Insert(0, needed[0] / eta);
        }

        // A whole ladder ends where one more step would be below the least; one that ends earlier would need a part of an epoch.
        bool isWhole = needed[0] / eta < least;
        if (needed.Count == 1 && highest % eta == 0)
        {
            needed.Insert(0, highest / eta);
            isWhole = false;
        }

        bool areThere = true;
        foreach (int epochs in needed)
        {
            areThere &= present.Contains(epochs);
        }

        if (!isWhole || !areThere || needed.Count == 1)
        {
            throw new SearchException(string.Create(
                CultureInfo.InvariantCulture,
                $"{algorithm} with eta {eta} needs data of {Join(needed)} epochs{(needed[0] >= eta * (long)least ? " and fewer" : "")}, "
                + $"from {least} to {highest}; these data have {Join(present.ToArray())}"));
        }

        return new RungLadder([.. needed], eta);
    }

    /// <summary>The number of configurations that a bracket starts with: for R rungs of which it climbs r, floor(R/r)·eta^(r - 1).</summary>
    /// <param name="firstRung">The rung that it starts at.</param>
    public int StartCount(int firstRung)
    {
        int climbed = Count - firstRung;
        int count = Count / climbed;
        for (int i = 1; i < climbed; i++)
        {
            count = checked(count * Eta);
        }

        return count;
    }

    private static string Join(IEnumerable<int> epochs) => string.Join(", ", epochs.Select(number => number.ToString(CultureInfo.InvariantCulture)));
}
