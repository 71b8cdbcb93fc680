using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using NasBench.Data;

namespace NasBench.Export;

/// <summary>
/// Data sets as an Apache Arrow IPC file (Feather version 2), without compression: a row for each record, in batches of whole cells, about 32,768 records each.
/// Values are doubles, null where absent; matrices (<c>[[0,1],...]</c>), operations (names with commas between) and provenance are dictionary-encoded strings.
/// The metadata of the schema hold the provenance too.
/// </summary>
internal static class ArrowExport
{
    /// <summary>Writes a file.</summary>
    /// <returns>Its length in bytes.</returns>
    public static long Write(OutgoingData data, Destination destination)
    {
        using AtomicFile file = destination.Begin();
        CellBlocks blocks = data.DivideRecords(ArrowRows.Size);
        ArrowDictionaries dictionaries = new(data.Store);
        Schema schema = CreateSchema(data.ProvenanceName);

        using (ArrowFileWriter writer = new(file.Stream, schema, leaveOpen: true))
        {
            writer.WriteStart();
            data.ForEachBlock(
                blocks,
                () => new ArrowRows(data, dictionaries, blocks.MostRecords),
                (rows, block) => rows.Fill(blocks[block]),
                rows => writer.WriteRecordBatch(rows.ToBatch(schema)));
            writer.WriteEnd();
        }

        return file.Complete();
    }

    private static Schema CreateSchema(string provenance)
    {
        Schema.Builder schema = new Schema.Builder()
            .Field(new Field(ExportColumns.Hash, StringType.Default, nullable: false))
            .Field(new Field(ExportColumns.Adjacency, ArrowDictionaries.AdjacencyType, nullable: false))
            .Field(new Field(ExportColumns.Operations, ArrowDictionaries.Type, nullable: false))
            .Field(new Field(ExportColumns.Parameters, Int32Type.Default, nullable: true))
            .Field(new Field(ExportColumns.Epochs, Int32Type.Default, nullable: false))
            .Field(new Field(ExportColumns.Repeat, Int32Type.Default, nullable: false));
        foreach (string name in ExportColumns.Values)
        {
            schema.Field(new Field(name, DoubleType.Default, nullable: true));
        }

        return schema
            .Field(new Field(ExportColumns.Provenance, ArrowDictionaries.Type, nullable: false))
            .Metadata(ExportColumns.Provenance, provenance)
            .Build();
    }
}
