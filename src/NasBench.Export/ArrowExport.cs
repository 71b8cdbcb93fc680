using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using NasBench.Data;

namespace NasBench.Export;

/// <summary>
/// Data sets as an Apache Arrow IPC file (Feather version 2), without compression: a record a row, in batches of 32,768. Values are doubles, null where absent; operations and provenance are
/// dictionary-encoded strings. The metadata of the schema say the provenance too.
/// </summary>
public static class ArrowExport
{
    private const int BufferSize = 1 << 20;

    /// <summary>Writes a file.</summary>
    /// <inheritdoc cref="CsvExport.Write"/>
    public static long Write(Dataset data, string path, Provenance provenance, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        using AtomicFile file = new(path);
        ExportSource source = new(data, provenance, progress, cancellationToken);
        ArrowColumns columns = new(source);

        // The library writes in small pieces.
        using BufferedStream buffered = new(file.Stream, BufferSize);
        using (ArrowFileWriter writer = new(buffered, columns.Schema, leaveOpen: true))
        {
            writer.WriteStart();
            RowGroup.ForEach(source, group =>
            {
                using RecordBatch batch = columns.CreateBatch(group);
                writer.WriteRecordBatch(batch);
            });
            writer.WriteEnd();
        }

        buffered.Flush();
        return file.Complete();
    }

    /// <summary>The columns of the file. A file has one dictionary a column for all its batches, so they are known before the first.</summary>
    private sealed class ArrowColumns
    {
        private readonly DictionaryType _type = new(Int16Type.Default, StringType.Default, ordered: false);
        private readonly Dictionary<string, short> _operations = [];
        private readonly Dictionary<string, short> _provenances = [];

        public ArrowColumns(ExportSource source)
        {
            foreach (int index in source.Data.Indices)
            {
                string text = source.Data.GetStoredCell(index).ToString();
                _operations.TryAdd(text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..], (short)_operations.Count);
            }

            foreach (Provenance provenance in Enum.GetValues<Provenance>())
            {
                _provenances.Add(ExportColumns.NameOf(provenance), (short)_provenances.Count);
            }

            Schema.Builder schema = new Schema.Builder()
                .Field(new Field(ExportColumns.Hash, StringType.Default, nullable: false))
                .Field(new Field(ExportColumns.Adjacency, StringType.Default, nullable: false))
                .Field(new Field(ExportColumns.Operations, _type, nullable: false))
                .Field(new Field(ExportColumns.Parameters, Int32Type.Default, nullable: true))
                .Field(new Field(ExportColumns.Epochs, Int32Type.Default, nullable: false))
                .Field(new Field(ExportColumns.Repeat, Int32Type.Default, nullable: false));
            foreach (string name in ExportColumns.Values)
            {
                schema.Field(new Field(name, DoubleType.Default, nullable: true));
            }

            Schema = schema.Field(new Field(ExportColumns.Provenance, _type, nullable: false)).Metadata(ExportColumns.Provenance, source.Provenance).Build();
        }

        public Schema Schema { get; }

        public RecordBatch CreateBatch(RowGroup group) => new(
            Schema,
            [
                Strings(group.Hashes.AsSpan(0, group.Count)),
                Strings(group.Adjacencies.AsSpan(0, group.Count)),
                Encoded(group.Operations.AsSpan(0, group.Count), _operations),
                Integers(group.Parameters.AsSpan(0, group.Count)),
                new Int32Array.Builder().Append(group.Epochs.AsSpan(0, group.Count)).Build(),
                new Int32Array.Builder().Append(group.Repeats.AsSpan(0, group.Count)).Build(),
                .. Enumerable.Range(0, ExportColumns.ValueCount).Select(column => Doubles(group.Values(column).AsSpan(0, group.Count))),
                Encoded(group.Provenances.AsSpan(0, group.Count), _provenances),
            ],
            group.Count);

        private static StringArray Strings(ReadOnlySpan<string> texts)
        {
            StringArray.Builder builder = new StringArray.Builder().Reserve(texts.Length);
            foreach (string text in texts)
            {
                builder.Append(text);
            }

            return builder.Build();
        }

        private DictionaryArray Encoded(ReadOnlySpan<string> texts, Dictionary<string, short> dictionary)
        {
            Int16Array.Builder codes = new Int16Array.Builder().Reserve(texts.Length);
            foreach (string text in texts)
            {
                codes.Append(dictionary[text]);
            }

            return new DictionaryArray(_type, codes.Build(), Strings([.. dictionary.Keys]));
        }

        private static Int32Array Integers(ReadOnlySpan<int?> numbers)
        {
            Int32Array.Builder builder = new Int32Array.Builder().Reserve(numbers.Length);
            foreach (int? number in numbers)
            {
                builder.Append(number);
            }

            return builder.Build();
        }

        private static DoubleArray Doubles(ReadOnlySpan<double?> numbers)
        {
            DoubleArray.Builder builder = new DoubleArray.Builder().Reserve(numbers.Length);
            foreach (double? number in numbers)
            {
                builder.Append(number);
            }

            return builder.Build();
        }
    }
}
