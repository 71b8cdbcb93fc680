namespace NasBench.Data;

/// <summary>Writes files with one record per line. Lines of different cells are made by several threads.</summary>
/// <param name="writeCell">Writes the opening of a line, which the records of a cell have in common.</param>
/// <param name="writeRow">Writes the rest of a line.</param>
internal sealed class TextExport(Action<TextBuffer, ExportCell> writeCell, OutgoingData.RowAction<TextBuffer> writeRow)
{
    /// <summary>Records of a block: a megabyte or two.</summary>
    private const int BlockSize = 2048;

    /// <summary>Writes all lines of a file.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="destination">Where to write.</param>
    /// <param name="heading">What stands before the lines.</param>
    /// <returns>The number of bytes written.</returns>
    public long Write(OutgoingData data, Destination destination, ReadOnlySpan<byte> heading)
    {
        using AtomicFile file = destination.Begin();
        file.Stream.Write(heading);
        CellBlocks blocks = data.DivideRecords(BlockSize);
        data.ForEachBlock(
            blocks,
            () => new Lines(data, writeCell, writeRow),
            (lines, block) => lines.Fill(blocks[block]),
            lines => file.Stream.Write(lines.Bytes));
        return file.Complete();
    }

    /// <summary>The lines of a block.</summary>
    private sealed class Lines(OutgoingData data, Action<TextBuffer, ExportCell> writeCell, OutgoingData.RowAction<TextBuffer> writeRow)
    {
        private readonly TextBuffer _opening = new();
        private readonly TextBuffer _text = new();

        public ReadOnlySpan<byte> Bytes => _text.Bytes;

        public void Fill(CellBlock cells)
        {
            _text.Clear();
            foreach (int index in cells)
            {
                _opening.Clear();
                writeCell(_opening, data.GetCell(index));
                data.ForEachRow(index, cells, this, static (Lines lines, in ExportRow row) => lines.Add(row));
            }
        }

        private void Add(in ExportRow row)
        {
            _text.Write(_opening.Bytes);
            writeRow(_text, row);
        }
    }
}
