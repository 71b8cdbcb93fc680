namespace NasBench;

/// <summary>
/// The operation names of the spaces whose cells were made in this process, by tag: what a cell is printed with where no space is given.
/// NAS-Bench-101 is not among them, so that its cells cost nothing.
/// </summary>
/// <remarks>A list that only grows, without locks: a program has a few spaces. Thread-safe.</remarks>
internal static class SpaceNames
{
    private static Entry? s_first;

    /// <summary>Notes a space, once per process; afterwards compiled code no longer holds the call.</summary>
    public static void Register<TSpace>()
        where TSpace : ISearchSpace<TSpace>
        => Registration<TSpace>.Ensure();

    /// <summary>The names of the operations of a space; none where the space is not known.</summary>
    public static ReadOnlySpan<string> Find(uint tag) => Find(Volatile.Read(ref s_first), tag);

    /// <summary>Notes the names that belong to a tag, unless they are known already.</summary>
    /// <exception cref="InvalidOperationException">Another space has the tag: two assemblies with spaces that cannot be told apart.</exception>
    internal static void Add(uint tag, ReadOnlySpan<string> names)
    {
        var added = new Entry(tag, names.ToArray());
        do
        {
            added.Next = Volatile.Read(ref s_first);
            ReadOnlySpan<string> known = Find(added.Next, tag);
            if (!known.IsEmpty)
            {
                ThrowIfDifferent(known, names);
                return;
            }
        }
        while (Interlocked.CompareExchange(ref s_first, added, added.Next) != added.Next);
    }

    private static ReadOnlySpan<string> Find(Entry? entry, uint tag)
    {
        while (entry is not null && entry.Tag != tag)
        {
            entry = entry.Next;
        }

        return entry is null ? [] : entry.Names;
    }

    private static void ThrowIfDifferent(ReadOnlySpan<string> known, ReadOnlySpan<string> names)
    {
        if (!known.SequenceEqual(names))
        {
            throw new InvalidOperationException(
                $"the search spaces of {string.Join(", ", known!)} and of {string.Join(", ", names!)} have the same tag: rename an operation of one of them");
        }
    }

    private static class Registration<TSpace>
        where TSpace : ISearchSpace<TSpace>
    {
        static Registration() => Add(TSpace.Tag, TSpace.OperationNames);

        public static void Ensure()
        {
        }
    }

    private sealed class Entry(uint tag, string[] names)
    {
        public uint Tag { get; } = tag;

        public string[] Names { get; } = names;

        public Entry? Next { get; set; }
    }
}
