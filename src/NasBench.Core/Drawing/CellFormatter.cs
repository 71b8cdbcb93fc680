namespace NasBench;

/// <summary>Writes cells as one kind of output, in the shape that .NET Interactive looks for: it finds the members by their names.</summary>
/// <param name="mimeType">The kind of output.</param>
/// <param name="write">Makes the output of a cell.</param>
internal sealed class CellFormatter(string mimeType, Func<Cell, string> write)
{
    /// <summary>The kind of output.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>Writes a cell.</summary>
    /// <returns>Whether the value was a cell.</returns>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not Cell cell)
        {
            return false;
        }

        writer.Write(write(cell));
        return true;
    }
}
