namespace NasBench;

/// <summary>What a vertex name means before the vertex has a place in a cell: operation codes 0 to 6, and the values below.</summary>
internal static class VertexLabel
{
    public const byte Unknown = Cell.UnknownOperation;

    public const byte Input = 8;

    public const byte Output = 9;

    public static byte Parse<TSpace>(ReadOnlySpan<char> name)
        where TSpace : ISearchSpace<TSpace>
    {
        if (TSpace.TryParseOperation(name, out byte operation))
        {
            return operation;
        }

        return name is CellErrors.InputName ? Input : name is CellErrors.OutputName ? Output : Unknown;
    }

    public static byte Parse<TSpace>(ReadOnlySpan<byte> utf8Name)
        where TSpace : ISearchSpace<TSpace>
    {
        if (TSpace.TryParseOperation(utf8Name, out byte operation))
        {
            return operation;
        }

        return utf8Name.SequenceEqual("input"u8) ? Input : utf8Name.SequenceEqual("output"u8) ? Output : Unknown;
    }

    public static void Parse<TSpace>(ReadOnlySpan<string> names, Span<byte> labels)
        where TSpace : ISearchSpace<TSpace>
    {
        for (int vertex = 0; vertex < names.Length; vertex++)
        {
            labels[vertex] = Parse<TSpace>(names[vertex].AsSpan());
        }
    }
}
