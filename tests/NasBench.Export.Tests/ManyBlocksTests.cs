using System.Globalization;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using NasBench.Data;
using NasBench.TestUtilities;
using PureHDF;
using PureHDF.VOL.Native;

namespace NasBench.Export.Tests;

/// <summary>
/// Exports of a data set that is large enough for several threads to share it: every record is there, in its place. The CSV file is compared with the data set,
/// the others with the CSV file.
/// </summary>
public sealed class ManyBlocksTests : IDisposable
{
    /// <summary>Cells of at most six vertices, three repeats at one number of epochs: six row groups, 95 blocks of text.</summary>
    private const int RecordCount = 3 * (1 + 6 + 84 + 2_441 + 62_010);

    private static readonly WriteOptions s_synthetic = new() { Provenance = Provenance.Synthetic };

    private readonly TemporaryFolder _folder = new();
    private readonly Dataset _data;

    public ManyBlocksTests()
    {
        SyntheticFileWriter.Write(_folder["x.tfrecord"], new SyntheticFileOptions { Epochs = [108], MaxVertices = 6 });
        _data = Dataset.Open(_folder["x.tfrecord"]);
    }

    public void Dispose()
    {
        _data.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Write_TextAndParquet_HoldEveryRecordInOrder()
    {
        _data.Write(_folder["x.csv"], DataFormats.Csv, s_synthetic);
        _data.Write(_folder["x.jsonl"], DataFormats.JsonLines, s_synthetic);
        _data.Write(_folder["x.parquet"], ExportFormats.Parquet, s_synthetic);

        using StreamReader csv = new(_folder["x.csv"]);
        string[] columns = csv.ReadLine()!.Split(',');
        foreach (string line in Lines())
        {
            Assert.Equal(line, csv.ReadLine());
        }

        Assert.Null(csv.ReadLine());
        AssertSameRows(
            $"""
            (select * replace (to_json(module_adjacency)::varchar as module_adjacency, array_to_string(module_operations, ',') as module_operations)
            from read_json('{_folder["x.jsonl"]}', format = 'newline_delimited'))
            """,
            columns);
        AssertSameRows($"read_parquet('{_folder["x.parquet"]}')", columns);
    }

    [Fact]
    public void Write_Arrow_HoldsEveryRecordInOrder()
    {
        _data.Write(_folder["x.arrow"], ExportFormats.Arrow, s_synthetic);
        using FileStream stream = File.OpenRead(_folder["x.arrow"]);
        using ArrowFileReader reader = new(stream);
        using IEnumerator<string> lines = Lines().GetEnumerator();
        while (reader.ReadNextRecordBatch() is { } batch)
        {
            using (batch)
            {
                for (int row = 0; row < batch.Length; row++)
                {
                    Assert.True(lines.MoveNext());
                    Assert.Equal(lines.Current, string.Join(',', batch.Arrays.Select((column, number) => Text(column, row, isQuoted: number is 1 or 2))));
                }
            }
        }

        Assert.False(lines.MoveNext());
    }

    [Fact]
    public void Write_Hdf5_HoldsEveryCellInOrder()
    {
        _data.Write(_folder["x.h5"], ExportFormats.Hdf5, s_synthetic);
        using NativeFile file = H5File.OpenRead(_folder["x.h5"]);
        string[] hashes = file.Dataset("hash").Read<string[]>();
        Metrics[] metrics = ToMetrics(file.Dataset("metrics").Read<float[]>());
        sbyte[] operations = file.Dataset("operations").Read<sbyte[]>();
        int[] indices = _data.GetIndicesByHash().ToArray();

        Assert.Equal(indices.Select(index => _data.GetHash(index).ToString()), hashes);
        for (int place = 0; place < indices.Length; place++)
        {
            Cell cell = _data.GetStoredCell(indices[place]);
            for (int vertex = 1; vertex < cell.Vertices - 1; vertex++)
            {
                Assert.Equal(cell.GetOperation(vertex), operations[(place * 7) + vertex]);
            }

            for (int repeat = 0; repeat < 3; repeat++)
            {
                _data.TryGetRun(indices[place], 108, repeat, out Run run);
                int start = ((((place * 4) + 3) * 3) + repeat) * 2;
                Assert.Equal(run, new Run(metrics[start], metrics[start + 1]));
            }
        }
    }

    [Fact]
    public void Write_CellWithVeryManyRepeats_IsDivided()
    {
        const int Repeats = 70_000;
        WriteRepeats(_folder["many.tfrecord"], Repeats);
        using Dataset data = Dataset.Open(_folder["many.tfrecord"]);
        data.Write(_folder["many.csv"], DataFormats.Csv);
        data.Write(_folder["many.parquet"], ExportFormats.Parquet);
        data.Write(_folder["many.arrow"], ExportFormats.Arrow);
        List<int> batches = [];
        using FileStream stream = File.OpenRead(_folder["many.arrow"]);
        using ArrowFileReader reader = new(stream);
        while (reader.ReadNextRecordBatch() is { } batch)
        {
            batches.Add(batch.Length);
        }

        foreach (string source in (string[])[$"read_csv('{_folder["many.csv"]}')", $"read_parquet('{_folder["many.parquet"]}')"])
        {
            object?[] counts = Assert.Single(DuckDb.Query($"select count(*), count(*) filter (repeat <> total_time) from {source} where epochs = 12"));
            Assert.Equal([(long)Repeats, 0L], counts);
            Assert.Equal([Repeats + 1L], Assert.Single(DuckDb.Query($"select count(*) from {source}")));
        }

        Assert.Equal(Repeats + 1, batches.Sum());
        Assert.All(batches, batch => Assert.InRange(batch, 1, 32_768));
        object?[][] groups = DuckDb.Query(
            $"select distinct row_group_id, row_group_num_rows from parquet_metadata('{_folder["many.parquet"]}') order by 1");
        Assert.Equal(batches.Select(batch => (long)batch), groups.Select(group => (long)group[1]!));
    }

    [Fact]
    public void Write_CancelledMidway_LeavesNothing()
    {
        foreach (DataFormat format in Exporters.All)
        {
            using CancellationTokenSource source = new();
            Assert.ThrowsAny<OperationCanceledException>(() => _data.Write(_folder["x"], format, null, new Canceller(source), source.Token));
            Assert.Equal([_folder["x.tfrecord"]], Directory.GetFileSystemEntries(_folder.FullPath));
        }
    }

    /// <summary>The lines of the CSV file, record by record from the data set.</summary>
    private IEnumerable<string> Lines()
    {
        foreach (int index in _data.GetIndicesByHash().ToArray())
        {
            string matrix = Adjacency.Format(_data.GetStoredCell(index));
            string[] graph = _data.GetStoredCell(index).ToString().Split(' ');
            for (int repeat = 0; repeat < 3; repeat++)
            {
                _data.TryGetRecord(index, 108, repeat, out RecordDetails record);
                IEnumerable<double> values = new[] { record.Run.Initial, record.Run.Halfway, record.Run.Final }
                    .SelectMany(e => new[] { e.TrainingTime, e.TrainAccuracy, e.ValidationAccuracy, e.TestAccuracy })
                    .Append(record.Run.TotalTime);
                yield return string.Join(
                    ',',
                    [
                        _data.GetHash(index).ToString(), $"\"{matrix}\"", $"\"{graph[1]}\"", $"{record.TrainableParameters}", "108", $"{repeat}",
                        .. values.Select(value => value.ToString(CultureInfo.InvariantCulture)), "synthetic",
                    ]);
            }
        }
    }

    /// <summary>One repeat of a cell for 4 epochs, and very many for 12, whose total time is the number of the repeat.</summary>
    private static void WriteRepeats(string path, int repeats)
    {
        RecordEncoder encoder = new();
        using TfRecordWriter writer = TfRecordWriter.Create(path);
        for (int repeat = -1; repeat < repeats; repeat++)
        {
            int epochs = repeat < 0 ? 4 : 12;
            RecordedRun recorded = SyntheticMetrics.GetRecordedRun(1000, epochs, 0);
            writer.Write(encoder.Encode(new NasRecord
            {
                Hash = Space<Nas101>.HashAt(1000),
                Epochs = epochs,
                Cell = Space<Nas101>.CellAt(1000),
                TrainableParameters = (int)CellCosts.TrainableParametersAt(1000),
                Initial = recorded.Initial,
                Halfway = recorded.Halfway,
                Final = recorded.Final,
                TotalTime = Math.Max(repeat, 0),
            }));
        }

        writer.Complete();
    }

    private void AssertSameRows(string other, string[] columns)
    {
        string csv = $"read_csv('{_folder["x.csv"]}')";
        string differs = string.Join(" or ", columns.Select(column => $"a.{column} is distinct from b.{column}"));
        object?[] counts = Assert.Single(DuckDb.Query($"select count(*), count(*) filter ({differs}) from {csv} a positional join {other} b"));

        Assert.Equal([(long)RecordCount, 0L], counts);
    }

    private static Metrics[] ToMetrics(float[] values)
    {
        Metrics[] metrics = new Metrics[values.Length / 4];
        for (int i = 0; i < metrics.Length; i++)
        {
            metrics[i] = new Metrics(values[4 * i], values[(4 * i) + 1], values[(4 * i) + 2], values[(4 * i) + 3]);
        }

        return metrics;
    }

    private static string Text(IArrowArray column, int row, bool isQuoted)
    {
        string text = Convert.ToString(ArrowValues.At(column, row), CultureInfo.InvariantCulture)!;
        return isQuoted ? $"\"{text}\"" : text;
    }

    /// <summary>Cancels at the first report.</summary>
    private sealed class Canceller(CancellationTokenSource source) : IProgress<double>
    {
        public void Report(double value) => source.Cancel();
    }
}
