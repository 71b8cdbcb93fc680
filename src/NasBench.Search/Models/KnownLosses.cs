namespace NasBench.Search;

/// <summary>Losses by number of a class: a hash table that grows with what it holds, so that a short run does not pay for an array over the space.</summary>
/// <remarks>Some nanoseconds a call. It allocates when it doubles. For one run and one thread.</remarks>
internal sealed class KnownLosses
{
    private const uint Multiplier = 0x9E3779B1;
    private const int FirstBits = 8;

    private Entry[] _entries = new Entry[1 << FirstBits];
    private int _shift = 32 - FirstBits;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Finds a loss.</summary>
    /// <param name="key">A number from 0.</param>
    /// <param name="loss">The loss; 0 where there is none.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGet(int key, out double loss)
    {
        ref Entry entry = ref Find(key);
        loss = entry.Loss;
        return entry.Stamp != 0;
    }

    /// <summary>Keeps a loss in place of the one before.</summary>
    /// <param name="key">A number from 0.</param>
    /// <param name="loss">The loss.</param>
    public void Set(int key, double loss)
    {
        ref Entry entry = ref Find(key);
        bool isNew = entry.Stamp == 0;
        entry = new Entry(key + 1, loss);
        if (isNew && ++Count > _entries.Length / 2)
        {
            Grow();
        }
    }

    private ref Entry Find(int key)
    {
        Entry[] entries = _entries;
        uint place = (uint)key * Multiplier >> _shift;
        while (entries[place].Stamp != 0 && entries[place].Stamp != key + 1)
        {
            place = place + 1 == (uint)entries.Length ? 0 : place + 1;
        }

        return ref entries[place];
    }

    private void Grow()
    {
        Entry[] before = _entries;
        _entries = new Entry[2 * before.Length];
        _shift--;
        foreach (Entry entry in before)
        {
            if (entry.Stamp != 0)
            {
                Find(entry.Stamp - 1) = entry;
            }
        }
    }

    /// <summary>A loss with its key + 1; 0 where the place is free.</summary>
    private readonly record struct Entry(int Stamp, double Loss);
}
