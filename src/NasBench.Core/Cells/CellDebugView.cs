using System.Diagnostics;
using System.Numerics;
using System.Text;

namespace NasBench;

/// <summary>A cell as a debugger shows it: a line for each vertex, with its name and where its edges lead.</summary>
internal sealed class CellDebugView(Cell cell)
{
    /// <summary>The graph in text: <c>1 conv3x3-bn-relu -> 2, 4</c>.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public string[] Vertices
    {
        get
        {
            string[] lines = cell.GetOperations();
            for (int vertex = 0; vertex < lines.Length; vertex++)
            {
                lines[vertex] = Describe(vertex, lines[vertex]);
            }

            return lines;
        }
    }

    private string Describe(int vertex, string name)
    {
        StringBuilder line = new StringBuilder().Append(vertex).Append(' ').Append(name);
        string separator = " -> ";
        for (uint rest = cell.Successors(vertex); rest != 0; rest &= rest - 1)
        {
            line.Append(separator).Append(BitOperations.TrailingZeroCount(rest));
            separator = ", ";
        }

        return line.ToString();
    }
}
