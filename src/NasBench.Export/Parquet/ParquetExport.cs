using NasBench.Data;
using Parquet;
using Parquet.Schema;

namespace NasBench.Export;

/// <summary>
/// Data sets as Apache Parquet: a row for each record, in row groups of whole cells, about 32,768 records each, compressed with Snappy. Values are doubles,
/// null where absent; hashes, matrices (<c>[[0,1],...]</c>), operations (names with commas between) and provenance are strings, of which the repetitive ones
/// are encoded by a dictionary. The metadata of the file hold the provenance too.
/// </summary>
internal static class ParquetExport
{
    /// <summary>Encoding takes longer than filling a group, and is done by one thread at a time: more would only hold memory.</summary>
    private const int MaxThreads = 2;

    /// <summary>Writes a file.</summary>
    /// <returns>Its length in bytes.</returns>
    public static long Write(OutgoingData data, Destination destination)
    {
        using AtomicFile file = destination.Begin();
        WriteAsync(data, file.Stream).GetAwaiter().GetResult();
        return file.Complete();
    }

    private static async Task WriteAsync(OutgoingData data, Stream stream)
    {
        ParquetColumns columns = new();
        ParquetWriter writer = await ParquetWriter.CreateAsync(columns.Schema, stream, columns.Options).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            writer.CustomMetadata = new Dictionary<string, string> { [ExportColumns.Provenance] = data.ProvenanceName };
            CellBlocks blocks = data.DivideRecords(RowGroup.Size);
            data.ForEachBlock(
                blocks,
                () => new RowGroup(data, blocks.MostRecords),
                (group, block) => group.Fill(blocks[block]),
                group => columns.WriteAsync(writer, group).GetAwaiter().GetResult(),
                MaxThreads);
        }
    }

    /// <summary>The columns of the file.</summary>
    private sealed class ParquetColumns
    {
        private readonly DataField _hash = new DataField<string>(ExportColumns.Hash, nullable: false);
        private readonly DataField _adjacency = new DataField<string>(ExportColumns.Adjacency, nullable: false);
        private readonly DataField _operations = new DataField<string>(ExportColumns.Operations, nullable: false);
        private readonly DataField _parameters = new DataField<int?>(ExportColumns.Parameters);
        private readonly DataField _epochs = new DataField<int>(ExportColumns.Epochs);
        private readonly DataField _repeat = new DataField<int>(ExportColumns.Repeat);
        private readonly DataField[] _values = [.. ExportColumns.Values.Select(name => new DataField<double?>(name))];
        private readonly DataField _provenance = new DataField<string>(ExportColumns.Provenance, nullable: false);

        public ParquetSchema Schema => new([_hash, _adjacency, _operations, _parameters, _epochs, _repeat, .. _values, _provenance]);

        public ParquetOptions Options
        {
            get
            {
                ParquetOptions options = new() { CompressionMethod = CompressionMethod.Snappy };
                foreach (DataField text in (DataField[])[_hash, _adjacency, _operations, _provenance])
                {
                    options.ColumnEncodingHints[text.Path.ToString()] = EncodingHint.Dictionary;
                }

                return options;
            }
        }

        public async Task WriteAsync(ParquetWriter writer, RowGroup group)
        {
            int count = group.Count;
            using ParquetRowGroupWriter target = writer.CreateRowGroup();
            await target.WriteAsync<ReadOnlyMemory<char>>(_hash, group.Hashes.AsMemory(0, count)).ConfigureAwait(false);
            await target.WriteAsync<ReadOnlyMemory<char>>(_adjacency, group.Adjacencies.AsMemory(0, count)).ConfigureAwait(false);
            await target.WriteAsync<ReadOnlyMemory<char>>(_operations, group.Operations.AsMemory(0, count)).ConfigureAwait(false);
            await target.WriteAsync<int>(_parameters, group.Parameters.AsMemory(0, count)).ConfigureAwait(false);
            await target.WriteAsync<int>(_epochs, group.Epochs.AsMemory(0, count)).ConfigureAwait(false);
            await target.WriteAsync<int>(_repeat, group.Repeats.AsMemory(0, count)).ConfigureAwait(false);
            for (int i = 0; i < _values.Length; i++)
            {
                await target.WriteAsync<double>(_values[i], group.Values(i).AsMemory(0, count)).ConfigureAwait(false);
            }

            await target.WriteAsync<ReadOnlyMemory<char>>(_provenance, group.Provenances.AsMemory(0, count)).ConfigureAwait(false);
            target.CompleteValidate();
        }
    }
}
