namespace NasBench.Comparison.Tests;

/// <summary>The tables of results.</summary>
public class ReportTests
{
    private static readonly Report s_report = new("machine", "build",
    [
        new MeasuredRow("load", "JIT", "full", 300, 10, 3, 70_000_000, 0.1, 3),
        new MeasuredRow("query", "JIT", "full", 12.34, 2_000, 0.5, 0, 0.04, 3),
        new MeasuredRow("query", "JIT", "none", 99, 200, 4, 0, 0.04, 3),
        new MeasuredRow("query", "AOT", "full", 20, 1_500, 0.9, 0, 0.04, 3),
    ],
    [
        new MeasuredProcess("empty program", "AOT", 0.002, 0.1, 0, 0, 21),
        new MeasuredProcess("first answer by hash", "AOT", 0.0215, 0.1, 0, 0, 21),
        new MeasuredProcess("load 523 MB and answer", "JIT", 1.5, 0.1, 150_000_000, 90_000_000, 3),
    ]);

    [Fact]
    public void ToShortTable_Rows_TheFullOnesWithOtherSetsBeside()
    {
        string[] lines = s_report.ToShortTable().Split('\n');

        Assert.Equal("machine; build.", lines[0]);
        Assert.Equal(
            "| query: raw cell to metrics, batch | 12.3 ns a cell | 2,000x faster | 0.500x |  | 4.00x | ≤ 1.5x floor, ≥ 1000x faster: met |",
            lines[4]);
        Assert.Equal(
            "| load 523 MB, all checks on, one thread | 300 ns a record | 10.0x faster | 3.00x |  |  | ≤ 2.5x floor, ≥ 9x faster: **not met** |",
            lines[5]);
        Assert.Equal("First answer of a fresh native process: by hash 21.5 ms; one that does nothing takes 2.00 ms.", lines[^2]);
    }

    [Fact]
    public void ToDocument_Rows_EveryBuildAndProcess()
    {
        string document = s_report.ToDocument();

        Assert.Contains(
            "| query: raw cell to metrics, batch | AOT | 20.0 a cell | 1,500x faster | 0.900x | 0 B | 4.0 % | 3 |  |\n",
            document, StringComparison.Ordinal);
        Assert.Contains("| query: raw cell to metrics, batch | JIT none | 99.0 a cell |", document, StringComparison.Ordinal);
        Assert.Contains("| first answer by hash | AOT | 21.5 | 10 % |  |  | 21 | ≤ empty program + 60 ms: met |\n", document, StringComparison.Ordinal);
        Assert.Contains(
            "| load 523 MB and answer | JIT | 1,500 | 10 % | 150 MB | 90 MB | 3 | ≤ 120 MB of its own: met |\n",
            document, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("full", 2.5, 60, true)]
    [InlineData("full", 2.6, 60, false)]
    [InlineData("full", 2.5, 59, false)]
    [InlineData("avx2", 1.9, 21, true)]
    public void IsMet_HashBatch_BothBoundsOfTheSet(string set, double floor, double straightforward, bool expected)
    {
        MeasuredRow row = new("hash-batch", "JIT", set, 1, straightforward, floor, 0, 0, 1);
        Assert.Equal(expected, Goal.Of(row)!.IsMet(row));
    }

    [Theory]
    [InlineData(2_000, true)]
    [InlineData(2_400, false)]
    public void IsMet_Enumerate_AllCellsWithinASecond(double nanoseconds, bool expected)
    {
        MeasuredRow row = new("enumerate", "JIT", "full", nanoseconds, 1, 1, 0, 0, 1);
        Assert.Equal(expected, Goal.Of(row)!.IsMet(row));
    }

    [Theory]
    [InlineData(160, true)]
    [InlineData(159, false)]
    public void IsMet_TwoThreads_AgainstOne(double oneThread, bool expected)
    {
        MeasuredRow row = new("load-two-threads", "JIT", "full", 100, 1, 1, 0, 0, 1);
        Assert.Equal(expected, Goal.Of(row)!.IsMet(row, row with { Nanoseconds = oneThread }));
    }

    [Fact]
    public void Of_NativeBuild_NoGoal() => Assert.Null(Goal.Of(new MeasuredRow("hash-batch", "AOT", "full", 1, 1, 1, 0, 0, 1)));

    [Fact]
    public void Replace_Marks_TextBetweenThem() =>
        Assert.Equal(
            "a\n<!-- benchmarks -->\nnew\n<!-- /benchmarks -->\nb",
            ReadMeSection.Replace("a\n<!-- benchmarks -->\nold\n<!-- /benchmarks -->\nb", "new\n"));

    [Fact]
    public void Replace_PageOfBenchmarks_HasTheMarks() =>
        Assert.Contains("|\n", ReadMeSection.Replace(File.ReadAllText(Folders.ReadMe), "| new |\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("no marks")]
    [InlineData("<!-- benchmarks -->\nonly the first")]
    [InlineData("<!-- /benchmarks -->\n<!-- benchmarks -->\n")]
    public void Replace_NoMarks_Refused(string readMe) => Assert.Throws<InvalidDataException>(() => ReadMeSection.Replace(readMe, ""));

    [Theory]
    [InlineData("AMD EPYC", "AMD.EPYC")]
    [InlineData("Intel(R) Xeon(R) CPU @ 2.20GHz", "Intel.R.Xeon.R.CPU.2.20GHz")]
    public void FolderName_Processor_NoBlanks(string processor, string expected) => Assert.Equal(expected, Folders.FolderName(processor));
}
