namespace NasBench.Architecture.Tests;

/// <summary>Which rooms of a project use which. A room uses another if one of its files names a type that is declared only there.</summary>
/// <remarks>A partial type that is declared in two rooms makes each of them use the other: one type cannot stand in two layers.</remarks>
internal sealed class RoomGraph
{
    /// <summary>Draws the arrows of a project.</summary>
    /// <param name="files">Its files.</param>
    public RoomGraph(IReadOnlyList<SourceFile> files)
    {
        Rooms = [.. files.Select(file => file.Room).Distinct().Order(StringComparer.Ordinal)];
        Arrows = [.. Named(files).Concat(Shared(files)).DistinctBy(arrow => (arrow.From, arrow.To)).OrderBy(arrow => (arrow.From, arrow.To))];
    }

    /// <summary>All rooms, in the order of their names.</summary>
    public IReadOnlyList<string> Rooms { get; }

    /// <summary>Between two rooms at most one each way: what the first file names.</summary>
    public IReadOnlyList<Arrow> Arrows { get; }

    /// <summary>The circles: for each group of rooms that reach each other the arrows inside of it.</summary>
    public IReadOnlyList<IReadOnlyList<Arrow>> Circles()
    {
        Dictionary<string, HashSet<string>> reached = Rooms.ToDictionary(room => room, Reached);
        return
        [
            .. Rooms.Where(room => reached[room].Contains(room))
                .GroupBy(room => Rooms.First(other => reached[room].Contains(other) && reached[other].Contains(room)))
                .Select(circle => (IReadOnlyList<Arrow>)[.. Arrows.Where(arrow => circle.Contains(arrow.From) && circle.Contains(arrow.To))]),
        ];
    }

    /// <summary>The arrows that run upward: from a room to one that stands later in the order.</summary>
    /// <param name="order">Rooms from the lowest to the highest. Arrows of rooms that it does not hold are left out.</param>
    public IReadOnlyList<Arrow> Upward(IReadOnlyList<string> order)
    {
        Dictionary<string, int> levels = order.Distinct().Select((room, level) => (room, level)).ToDictionary(room => room.room, room => room.level);
        return
        [
            .. Arrows.Where(arrow => levels.TryGetValue(arrow.From, out int from) && levels.TryGetValue(arrow.To, out int to) && from < to),
        ];
    }

    private static IEnumerable<Arrow> Named(IReadOnlyList<SourceFile> files)
    {
        Dictionary<string, string> rooms = files
            .SelectMany(file => file.Types.Select(type => (type.Name, file.Room))).Distinct()
            .GroupBy(type => type.Name).Where(type => type.Count() == 1)
            .ToDictionary(type => type.Key, type => type.Single().Room);
        return
            from file in files
            from word in file.Words.Order(StringComparer.Ordinal)
            where rooms.TryGetValue(word, out string? room) && room != file.Room
            select new Arrow(file.Room, rooms[word], file.Name, word);
    }

    private static IEnumerable<Arrow> Shared(IReadOnlyList<SourceFile> files) =>
        from type in files.SelectMany(file => file.Types.Where(type => type.IsPartial).Select(type => (type.Name, File: file))).GroupBy(type => type.Name)
        from one in type
        from other in type
        where one.File.Room != other.File.Room
        select new Arrow(one.File.Room, other.File.Room, one.File.Name, type.Key);

    private HashSet<string> Reached(string room)
    {
        HashSet<string> reached = [];
        Queue<string> next = new([room]);
        while (next.TryDequeue(out string? from))
        {
            foreach (string to in Arrows.Where(arrow => arrow.From == from).Select(arrow => arrow.To).Where(reached.Add))
            {
                next.Enqueue(to);
            }
        }

        return reached;
    }
}
