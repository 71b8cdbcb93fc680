namespace NasBench.Search;

/// <summary>The members of an evolution in the order of their births, side by side in memory: genotypes, and their losses.</summary>
/// <remarks>A birth costs a write, and sometimes a move of all members to the front. For one run and one thread; nothing allocates after the start.</remarks>
/// <param name="size">The most members, at least 1.</param>
internal sealed class Population(int size)
{
    /// <summary>With room for as many again, members move to the front once in so many births.</summary>
    private readonly ulong[] _genotypes = new ulong[2 * size];

    private readonly double[] _losses = new double[2 * size];
    private int _first;

    /// <summary>The number of members.</summary>
    public int Count { get; private set; }

    /// <summary>The losses, the oldest member first.</summary>
    public ReadOnlySpan<double> Losses => _losses.AsSpan(_first, Count);

    /// <summary>The genotype of a member.</summary>
    /// <param name="age">0 for the oldest.</param>
    public ulong GenotypeAt(int age) => _genotypes[_first + age];

    /// <summary>A member is born, the youngest of all.</summary>
    public void Add(ulong genotype, double loss)
    {
        int place = _first + Count;
        if (place == _losses.Length)
        {
            Array.Copy(_genotypes, _first, _genotypes, 0, Count);
            Array.Copy(_losses, _first, _losses, 0, Count);
            _first = 0;
            place = Count;
        }

        _genotypes[place] = genotype;
        _losses[place] = loss;
        Count++;
    }

    /// <summary>The oldest member dies.</summary>
    public void RemoveOldest()
    {
        _first++;
        Count--;
    }

    /// <summary>The member with the highest loss dies; of equal ones the oldest.</summary>
    public void RemoveWorst()
    {
        ReadOnlySpan<double> losses = Losses;
        int worst = 0;
        for (int age = 1; age < losses.Length; age++)
        {
            worst = losses[age] > losses[worst] ? age : worst;
        }

        int place = _first + worst;
        int younger = --Count - worst;
        Array.Copy(_genotypes, place + 1, _genotypes, place, younger);
        Array.Copy(_losses, place + 1, _losses, place, younger);
    }
}
