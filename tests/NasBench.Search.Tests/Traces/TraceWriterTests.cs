using CsCheck;
using NasBench.Export.Tests;
using NasBench.TestUtilities;

namespace NasBench.Search.Tests;

/// <summary>Traces as files, read back by others.</summary>
public sealed class TraceWriterTests : IDisposable
{
    private static readonly Gen<double> s_value = Gen.OneOf(Gen.Double[0, 1], Gen.Const(double.NaN), Gen.Int[0, 3].Select(value => value / 4.0));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Parquet_AnyRows_AreReadBackByDuckDb()
    {
        Gen<TraceRow> row =
            from index in Gen.OneOf(Gen.Const(-1), Gen.Int[0, 40], Gen.Int[0, Nas101.CellCount - 1])
            from numbers in Gen.Select(Gen.OneOf(Gen.Const(4), Gen.Const(108)), Gen.Bool, Gen.Int[-1, 2], Gen.Double[0, 1e7], Gen.Long[0, 1L << 40])
            from values in s_value.Array[7]
            select new TraceRow(
                0, index, numbers.Item1, numbers.Item2, numbers.Item3, values[0], values[1], values[2], numbers.Item4, numbers.Item5, values[3], values[4],
                values[5], values[6]);
        Gen.Select(row.Array[0, 400], Gen.Int[1, 4]).Sample(
            (rows, runs) =>
            {
                TraceRow[] numbered = [.. rows.SelectMany(one => Enumerable.Repeat(one, runs)).Select((one, step) => one with { Step = step + 1 })];
                string path = _folder[Guid.NewGuid() + ".parquet"];
                Write(path, stream => new ParquetTraceWriter(stream, "synthetic"), numbered);

                object?[][] read = DuckDb.Query($"select * from '{path}'");

                Assert.Equal(numbered.Select(Expect), read);
                File.Delete(path);
            },
            iter: 30,
            threads: 1);
    }

    [Fact]
    public void Parquet_SeveralRowGroups_AreReadBackByDuckDb()
    {
        const int Rows = (1 << 18) + 12_345;
        string path = _folder["large.parquet"];
        Write(
            path,
            stream => new ParquetTraceWriter(stream, "measured"),
            from step in Enumerable.Range(1, Rows)
            select new TraceRow(step, step % 1000, 108, false, step % 3, 0.5, 0.25, step, step, step, 0.5, 0.25, 0.25, 1.0 / step));

        object?[] sums = DuckDb.Query(
            "select count(*), sum(step)::bigint, count(distinct module_hash), sum(repeat)::bigint, sum(training_time), max(regret), min(provenance) "
            + $"from '{path}'")[0];

        long steps = (long)Rows * (Rows + 1) / 2;
        long repeats = Enumerable.Range(1, Rows).Sum(step => step % 3);
        Assert.Equal([(long)Rows, steps, 1000L, repeats, (double)steps, 1.0, "measured"], sums);
    }

    [Fact]
    public void Csv_Rows_AreReadBackByDuckDb()
    {
        TraceRow[] rows =
        [
            new(1, -1, 108, false, -1, double.NaN, double.NaN, 0, 0, 0, double.NaN, double.NaN, double.NaN, double.NaN),
            new(2, 1234, 108, true, 2, 0.9375, 0.9, 1000.25, 1000.25, 54, 0.9375, 0.9, 0.91, 1.0 / 3),
        ];
        string path = _folder["rows.csv"];
        Write(path, stream => new CsvTraceWriter(stream, "synthetic"), rows);

        object?[][] read = DuckDb.Query($"select * from read_csv('{path}', all_varchar = true)");

        Assert.Equal("re,7,1,,108,false,,,,0,0,0,,,,,synthetic", string.Join(',', read[0]));
        Assert.Equal(
            $"re,7,2,{Nas101.HashAt(1234)},108,true,2,0.9375,0.9,1000.25,1000.25,54,0.9375,0.9,0.91,0.3333333333333333,synthetic", string.Join(',', read[1]));
    }

    private static object?[] Expect(TraceRow row) =>
    [
        "re", 7, row.Step, row.Index < 0 ? null : Nas101.HashAt(row.Index).ToString(), row.Epochs, row.IsHalfway, row.Repeat < 0 ? null : row.Repeat,
        Optional(row.ValidationAccuracy), Optional(row.TestAccuracy), Optional(row.TrainingTime), row.SpentSeconds, row.SpentEpochs,
        Optional(row.IncumbentValidation), Optional(row.IncumbentTest), Optional(row.IncumbentMeanTest), Optional(row.Regret), "synthetic",
    ];

    private static object? Optional(double value) => double.IsNaN(value) ? null : value;

    private static void Write(string path, Func<Stream, ITraceWriter> create, IEnumerable<TraceRow> rows)
    {
        using FileStream stream = File.Create(path);
        ITraceWriter writer = create(stream);
        writer.Write("re", 7, rows);
        writer.Complete();
    }
}
