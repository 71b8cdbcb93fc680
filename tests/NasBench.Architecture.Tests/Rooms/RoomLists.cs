namespace NasBench.Architecture.Tests;

/// <summary>The lists of rooms in a Markdown document, as <c>src/README.md</c> has them: what stands in which layer.</summary>
/// <remarks>
/// A list is the first table under a heading that names the project, such as <c>### NasBench.Core</c>. The first column holds the folder in backquotes, from
/// the lowest layer to the highest; <c>`(root)`</c> stands for the files in no folder. Other tables and columns are free.
/// </remarks>
internal static class RoomLists
{
    private static readonly char[] s_wordEnds = [' ', '`', ',', ':', ';', '(', ')'];

    /// <summary>Finds the list of a project.</summary>
    /// <param name="markdown">The document.</param>
    /// <param name="project">The name of the project.</param>
    /// <returns>Rooms from the lowest to the highest; null where the document lists none.</returns>
    public static IReadOnlyList<string>? Find(string markdown, string project)
    {
        string[] lines = markdown.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (IsHeading(lines[i]) && lines[i].Split(s_wordEnds).Contains(project))
            {
                string[] rooms =
                [
                    .. lines.Skip(i + 1).TakeWhile(line => !IsHeading(line)).SkipWhile(line => !IsRow(line)).TakeWhile(IsRow).Select(RoomOf).OfType<string>(),
                ];
                if (rooms.Length > 0)
                {
                    return rooms;
                }
            }
        }

        return null;
    }

    /// <summary>What is wrong with a list: rooms that are missing, too many or twice, and arrows that run upward.</summary>
    /// <param name="list">Rooms from the lowest to the highest.</param>
    /// <param name="graph">The project.</param>
    /// <returns>A line each; none where all is well.</returns>
    public static IEnumerable<string> Faults(IReadOnlyList<string> list, RoomGraph graph) =>
    [
        .. graph.Rooms.Except(list).Select(room => $"{room} is not listed"),
        .. list.Distinct().Except(graph.Rooms).Select(room => $"{room} is listed, but is not there"),
        .. list.GroupBy(room => room).Where(room => room.Count() > 1).Select(room => $"{room.Key} is listed {room.Count()} times"),
        .. graph.Upward(list).Select(arrow => $"{arrow} runs upward"),
    ];

    private static bool IsHeading(string line) => line.StartsWith('#');

    private static bool IsRow(string line) => line.StartsWith('|');

    private static string? RoomOf(string row)
    {
        string cell = row.Split('|')[1].Trim();
        return cell.Length > 2 && cell[0] == '`' && cell[^1] == '`' ? cell[1..^1].TrimEnd('/') : null;
    }
}
