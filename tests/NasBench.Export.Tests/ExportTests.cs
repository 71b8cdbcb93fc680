using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using NasBench.Data;
using NasBench.TestUtilities;
using PureHDF;
using PureHDF.VOL.Native;

namespace NasBench.Export.Tests;

/// <summary>
/// Exports, read back by another implementation: DuckDB, Apache Arrow's reader, PureHDF and, where it is installed, h5dump. The slow obvious twin is the data
/// set.
/// </summary>
public sealed class ExportTests : IDisposable
{
    private static readonly WriteOptions s_synthetic = new() { Provenance = Provenance.Synthetic };

    private readonly TemporaryFolder _folder = new();
    private readonly Dataset _data = Dataset.Open(TestFiles.Vector("synth_tiny.tfrecord"));

    public void Dispose()
    {
        _data.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Csv_ReadByDuckDb_HoldsEveryValue()
    {
        long bytes = _data.Write(_folder["x.csv"], DataFormats.Csv, s_synthetic).Bytes;

        Assert.Equal(new FileInfo(_folder["x.csv"]).Length, bytes);
        AssertRows(DuckDb.Query($"select * from read_csv('{_folder["x.csv"]}', all_varchar = true)"));
        AssertRows(DuckDb.Query($"select * from read_csv('{_folder["x.csv"]}')"));
    }

    [Fact]
    public void JsonLines_ReadByDuckDb_HoldsEveryValue()
    {
        _data.Write(_folder["x.jsonl"], DataFormats.JsonLines, s_synthetic);

        AssertRows(DuckDb.Query($"select * from read_json('{_folder["x.jsonl"]}', format = 'newline_delimited')"));
    }

    [Fact]
    public void Parquet_ReadByDuckDb_HoldsEveryValue()
    {
        _data.Write(_folder["x.parquet"], ExportFormats.Parquet, s_synthetic);

        AssertRows(DuckDb.Query($"select * from read_parquet('{_folder["x.parquet"]}')"));
        object?[][] types = DuckDb.Query(
            $"""
            select name, type, converted_type from parquet_schema('{_folder["x.parquet"]}')
            where name in ('module_hash', 'epochs', 'total_time', 'trainable_parameters') order by name
            """);
        Assert.Equal(
            ["epochs INT32", "module_hash BYTE_ARRAY", "total_time DOUBLE", "trainable_parameters INT32"], types.Select(type => $"{type[0]} {type[1]}"));
        object?[][] encodings = DuckDb.Query(
            $"select path_in_schema, compression from parquet_metadata('{_folder["x.parquet"]}') where encodings like '%DICTIONARY%' order by path_in_schema");
        Assert.Equal(
            ["module_adjacency SNAPPY", "module_hash SNAPPY", "module_operations SNAPPY", "provenance SNAPPY"],
            encodings.Select(column => $"{column[0]} {column[1]}"));
        Assert.Contains(
            DuckDb.Query($"select decode(key), decode(value) from parquet_kv_metadata('{_folder["x.parquet"]}')"), pair => pair is ["provenance", "synthetic"]);
    }

    [Fact]
    public void Arrow_ReadByItsReader_HoldsEveryValue()
    {
        _data.Write(_folder["x.arrow"], ExportFormats.Arrow, s_synthetic);
        using FileStream stream = File.OpenRead(_folder["x.arrow"]);
        using ArrowFileReader reader = new(stream);
        List<object?[]> rows = [];
        while (reader.ReadNextRecordBatch() is { } batch)
        {
            using (batch)
            {
                rows.AddRange(Enumerable.Range(0, batch.Length).Select(row => batch.Arrays.Select(column => ArrowValues.At(column, row)).ToArray()));
            }
        }

        AssertRows([.. rows]);
        Assert.Equal("synthetic", reader.Schema.Metadata["provenance"]);
        Assert.IsType<Apache.Arrow.Types.DictionaryType>(reader.Schema.GetFieldByName("module_operations").DataType);
    }

    [Fact]
    public void Hdf5_ReadBack_HoldsEveryValue()
    {
        _data.Write(_folder["x.h5"], ExportFormats.Hdf5, s_synthetic);
        using NativeFile file = H5File.OpenRead(_folder["x.h5"]);
        int[] indices = _data.GetIndicesByHash().ToArray();

        Assert.Equal(indices.Select(index => _data.GetHash(index).ToString()), file.Dataset("hash").Read<string[]>());
        Assert.Equal(indices.Select(index => _data.GetTrainableParameters(index)!.Value), file.Dataset("trainable_parameters").Read<int[]>());
        Assert.Equal(indices.Select(index => (sbyte)_data.GetStoredCell(index).Vertices), file.Dataset("num_vertices").Read<sbyte[]>());
        Assert.Equal([200, 4, 3, 2, 4], file.Dataset("metrics").Space.Dimensions);
        Assert.Equal([200, 7, 7], file.Dataset("adjacency").Space.Dimensions);
        Assert.Equal([200, 7], file.Dataset("operations").Space.Dimensions);
        float[] metrics = file.Dataset("metrics").Read<float[]>();
        sbyte[] adjacency = file.Dataset("adjacency").Read<sbyte[]>();
        sbyte[] operations = file.Dataset("operations").Read<sbyte[]>();
        int place = 0;
        for (int i = 0; i < indices.Length; i++)
        {
            Cell cell = _data.GetStoredCell(indices[i]);
            for (int from = 0; from < 7; from++)
            {
                int expected = from == 0 ? -1 : from == cell.Vertices - 1 ? -2 : from >= cell.Vertices ? 0 : cell.GetOperation(from);
                Assert.Equal(expected, operations[(i * 7) + from]);
                for (int to = 0; to < 7; to++)
                {
                    Assert.Equal(cell.HasEdge(from, to) ? 1 : 0, adjacency[(i * 49) + (from * 7) + to]);
                }
            }

            foreach ((int epochs, int repeat) in from e in (int[])[4, 12, 36, 108] from r in (int[])[0, 1, 2] select (e, r))
            {
                _data.TryGetRun(indices[i], epochs, repeat, out Run run);
                foreach (Metrics expected in (Metrics[])[run.Halfway, run.Final])
                {
                    Assert.Equal(expected, new Metrics(metrics[place++], metrics[place++], metrics[place++], metrics[place++]));
                }
            }
        }

        Assert.Equal("synthetic", file.Attribute("provenance").Read<string>());
        Assert.Equal([4, 12, 36, 108], file.Attribute("epochs").Read<int[]>());
    }

    [Fact]
    public void Hdf5_ReadByH5Dump_IsUnderstood()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/h5dump"), "needs h5dump");
        _data.Write(_folder["x.h5"], ExportFormats.Hdf5, s_synthetic);
        string header = Command.Run("/usr/bin/h5dump", _folder.FullPath, "-H", "x.h5").Succeeded().Output;
        string hashes = Command.Run("/usr/bin/h5dump", _folder.FullPath, "-d", "hash", "x.h5").Succeeded().Output;
        string metrics = Command.Run("/usr/bin/h5dump", _folder.FullPath, "-d", "metrics", "-m", "%.9g", "-y", "-w", "1", "x.h5").Succeeded().Output;
        int first = _data.GetIndicesByHash()[0];
        _data.TryGetRun(first, 4, 0, out Run run);
        float[] values = [.. metrics[(metrics.IndexOf("DATA {", StringComparison.Ordinal) + 6)..].Split(
            [',', '\n', ' ', '}'], StringSplitOptions.RemoveEmptyEntries).Take(8).Select(text => float.Parse(text, CultureInfo.InvariantCulture))];

        Assert.Contains("STRSIZE 32", header, StringComparison.Ordinal);
        Assert.Contains("H5T_STD_I8LE", header, StringComparison.Ordinal);
        Assert.Contains("H5T_IEEE_F32LE", header, StringComparison.Ordinal);
        Assert.Contains("( 200, 4, 3, 2, 4 )", header, StringComparison.Ordinal);
        Assert.Contains($"\"{_data.GetHash(first)}\"", hashes, StringComparison.Ordinal);
        Assert.Equal(run, new Run(new Metrics(values[0], values[1], values[2], values[3]), new Metrics(values[4], values[5], values[6], values[7])));
    }

    [Fact]
    public void SyneTune_ReadBack_HoldsEveryValue()
    {
        long bytes = _data.Write(_folder["nasbench101"], ExportFormats.SyneTune, s_synthetic).Bytes;
        string[] files = ["configspace.json", "fidelityspace.json", "hyperparameters.parquet", "metadata.json", "objectives_evaluations.npy"];
        byte[] numpy = File.ReadAllBytes(_folder["nasbench101", "objectives_evaluations.npy"]);
        int start = 10 + numpy[8] + (numpy[9] << 8);
        ReadOnlySpan<float> values = MemoryMarshal.Cast<byte, float>(numpy.AsSpan(start));
        int[] indices = _data.GetIndicesByHash().ToArray();
        object?[][] rows = DuckDb.Query($"select * from read_parquet('{_folder["nasbench101", "hyperparameters.parquet"]}')");

        Assert.Equal(files, Directory.GetFiles(_folder["nasbench101"]).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.Equal(bytes, files.Sum(file => new FileInfo(_folder["nasbench101", file]).Length));
        Assert.Equal(0, start % 64);
        Assert.StartsWith(
            "{'descr': '<f4', 'fortran_order': False, 'shape': (200, 3, 4, 4), }", Encoding.ASCII.GetString(numpy, 10, start - 10), StringComparison.Ordinal);
        Assert.Equal(200 * 3 * 4 * 4, values.Length);
        for (int i = 0; i < indices.Length; i++)
        {
            Assert.Equal(indices[i], Space<Nas101>.Locate(CellOf(rows[i])));
            for (int repeat = 0; repeat < 3; repeat++)
            {
                for (int fidelity = 0; fidelity < 4; fidelity++)
                {
                    ReadOnlySpan<float> found = values.Slice(((((i * 3) + repeat) * 4) + fidelity) * 4, 4);
                    _data.TryGetRun(indices[i], _data.Epochs[fidelity], repeat, out Run run);
                    Assert.Equal(run.Final, new Metrics(found[0], found[1], found[2], found[3]));
                }
            }
        }

        Assert.Equal(26, JsonElement.Parse(File.ReadAllText(_folder["nasbench101", "configspace.json"])).EnumerateObject().Count());
        Assert.Throws<IOException>(() => _data.Write(_folder["nasbench101"], ExportFormats.SyneTune, s_synthetic));
        Assert.Single(Directory.GetFileSystemEntries(_folder.FullPath));
    }

    [Fact]
    public void Write_AbsentValues_AreAbsent()
    {
        // One real record as nasbench-rs keeps it: without the evaluation before training and without the total time.
        _data.Write(_folder["x.bin"]);
        using Dataset data = Dataset.Open(_folder["x.bin"]);
        data.Write(_folder["x.csv"], DataFormats.Csv);
        data.Write(_folder["x.jsonl"], DataFormats.JsonLines);
        data.Write(_folder["x.parquet"], ExportFormats.Parquet);

        foreach (string source in (string[])
            [
                $"read_csv('{_folder["x.csv"]}')",
                $"read_json('{_folder["x.jsonl"]}', format = 'newline_delimited')",
                $"read_parquet('{_folder["x.parquet"]}')",
            ])
        {
            object?[] counts = Assert.Single(
                DuckDb.Query($"select count(*), count(total_time), count(initial_training_time), count(final_test_accuracy) from {source}"));
            Assert.Equal([2400L, 0L, 0L, 2400L], counts.Select(count => (long)count!));
        }
    }

    [Fact]
    public void Write_Progress_RisesToOne()
    {
        foreach (DataFormat format in Exporters.All)
        {
            Reports reports = new();
            _data.Write(_folder[$"x-{format.Name}"], format, null, reports);

            Assert.Equal(reports.Values.Order(), reports.Values);
            Assert.Equal(1, reports.Values[^1]);
        }
    }

    [Fact]
    public void Write_Cancelled_LeavesNothing()
    {
        CancellationToken cancelled = new(canceled: true);
        foreach (DataFormat format in Exporters.All)
        {
            Assert.ThrowsAny<OperationCanceledException>(() => _data.Write(_folder["x"], format, null, null, cancelled));
            Assert.Empty(Directory.GetFileSystemEntries(_folder.FullPath));
        }
    }

    private void AssertRows(object?[][] rows)
    {
        List<string> expected = [];
        foreach (int index in _data.GetIndicesByHash())
        {
            string text = _data.GetStoredCell(index).ToString();
            foreach (int epochs in _data.Epochs)
            {
                for (int repeat = 0; repeat < _data.GetRepeatCount(index, epochs); repeat++)
                {
                    _data.TryGetRecord(index, epochs, repeat, out RecordDetails record);
                    IEnumerable<double> values = new[] { record.Run.Initial, record.Run.Halfway, record.Run.Final }
                        .SelectMany(e => new[] { e.TrainingTime, e.TrainAccuracy, e.ValidationAccuracy, e.TestAccuracy })
                        .Append(record.Run.TotalTime);
                    expected.Add(string.Join('|', [
                        _data.GetHash(index).ToString(), Adjacency.Format(_data.GetStoredCell(index)), text[(text.IndexOf(' ') + 1)..],
                        $"{record.TrainableParameters}", $"{epochs}", $"{repeat}",
                        .. values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)), "synthetic"]));
                }
            }
        }

        Assert.Equal(expected, rows.Select(row => string.Join('|', row.Select(Text))));
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        List<string> names => string.Join(',', names),
        List<List<long>> rows => $"[{string.Join(',', rows.Select(row => $"[{string.Join(',', row)}]"))}]",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        string text when text.Contains('.', StringComparison.Ordinal) && double.TryParse(
            text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static Cell CellOf(object?[] row)
    {
        uint adjacency = 0;
        int edge = 0;
        for (int from = 0; from < 6; from++)
        {
            for (int to = from + 1; to < 7; to++)
            {
                adjacency |= Convert.ToUInt32(row[edge++], CultureInfo.InvariantCulture) << (from + (to * (to - 1) / 2));
            }
        }

        string[] names = ["conv3x3-bn-relu", "conv1x1-bn-relu", "maxpool3x3"];
        byte[] operations = [.. row[21..].Select(name => (byte)System.Array.IndexOf(names, name))];
        Assert.Equal(CellStatus.Ok, Cell.CreateRawFromMask(7, adjacency, operations, out Cell cell));
        return cell;
    }

    /// <summary>Keeps what is reported, at once.</summary>
    private sealed class Reports : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public void Report(double value) => Values.Add(value);
    }
}
