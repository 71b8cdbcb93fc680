namespace NasBench.Search;

/// <summary>The population that DEHB has at one number of epochs: genomes in [0, 1) for each parameter, with the losses of those that were evaluated.</summary>
/// <remarks>For one run and one thread; nothing allocates after the start.</remarks>
internal sealed class EvolvingPopulation
{
    private readonly int[] _order;
    private int _next;

    public EvolvingPopulation(int size, int dimensions)
    {
        Genomes = new double[size][];
        for (int i = 0; i < size; i++)
        {
            Genomes[i] = new double[dimensions];
        }

        Cells = new Cell[size];
        Indexes = new int[size];
        Losses = new double[size];
        Array.Fill(Losses, double.PositiveInfinity);
        _order = new int[size];
    }

    /// <summary>The number of slots.</summary>
    public int Size => Losses.Length;

    /// <summary>The genome in each slot.</summary>
    public double[][] Genomes { get; }

    /// <summary>The cell in each slot.</summary>
    public Cell[] Cells { get; }

    /// <summary>The index of the cell in each slot.</summary>
    public int[] Indexes { get; }

    /// <summary>The loss in each slot; infinite where none was evaluated.</summary>
    public double[] Losses { get; }

    /// <summary>The next slot whose member is to be challenged: one after the other, again and again.</summary>
    public int TakeSlot()
    {
        int slot = _next;
        _next = _next + 1 == Size ? 0 : _next + 1;
        return slot;
    }

    /// <summary>The slots by loss; of equal losses the lower slot first.</summary>
    public ReadOnlySpan<int> ByLoss()
    {
        for (int i = 0; i < _order.Length; i++)
        {
            int place = i;
            for (; place > 0 && Losses[_order[place - 1]] > Losses[i]; place--)
            {
                _order[place] = _order[place - 1];
            }

            _order[place] = i;
        }

        return _order;
    }

    /// <summary>Whether an evaluated member is a cell.</summary>
    public bool Contains(Cell cell)
    {
        for (int i = 0; i < Size; i++)
        {
            if (Cells[i] == cell && Losses[i] < double.PositiveInfinity)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Replaces the member of a slot by a child that is not worse.</summary>
    public void Challenge(int slot, ReadOnlySpan<double> genome, Cell cell, int index, double loss)
    {
        if (loss <= Losses[slot])
        {
            genome.CopyTo(Genomes[slot]);
            Cells[slot] = cell;
            Indexes[slot] = index;
            Losses[slot] = loss;
        }
    }
}
