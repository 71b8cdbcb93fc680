using NasBench.Bench;

namespace NasBench.Comparison.Tests;

/// <summary>Runs kept as files, and what they come to.</summary>
public sealed class RunFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nasbench-runs-").FullName;
    private readonly RunFiles _files;

    public RunFilesTests() => _files = new RunFiles(Path.Combine(_folder, "runs"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_Nothing_NoRows() => Assert.Empty(_files.Read());

    [Fact]
    public void Read_SeveralRuns_MediansByBuildAndSet()
    {
        _files.Add("JIT", "full", Run("a", 10, 100, 2));
        _files.Add("JIT", "full", Run("a", 14, 300, 1));
        _files.Add("JIT", "full", Run("a", 11, 200, 3));
        _files.Add("JIT", "sse4.2", Run("a", 50, 20, 4));

        IReadOnlyList<MeasuredRow> rows = _files.Read();

        Assert.Equal(2, rows.Count);
        MeasuredRow full = rows.Single(row => row.Set == "full");
        Assert.Equal(new MeasuredRow("query", "JIT", "full", 11, 200, 2, 0, 4.0 / 11, 3), full);
        Assert.Equal(new MeasuredRow("query", "JIT", "sse4.2", 50, 20, 4, 0, 0.25, 1), rows.Single(row => row.Set == "sse4.2"));
    }

    [Fact]
    public void Read_DifferentSignatures_Refused()
    {
        _files.Add("JIT", "full", Run("a", 10, 100, 2));
        _files.Add("AOT", "full", Run("b", 10, 100, 2));
        Assert.Throws<InvalidDataException>(() => _files.Read());
    }

    [Fact]
    public void Clear_Runs_NoRows()
    {
        _files.Add("JIT", "full", Run("a", 10, 100, 2));
        _files.Clear();
        Assert.Empty(_files.Read());
    }

    [Theory]
    [InlineData(new[] { 3.0 }, 3)]
    [InlineData(new[] { 9.0, 1, 4 }, 4)]
    [InlineData(new[] { 8.0, 2, 4, 100 }, 6)]
    public void Median_Values_TheMiddle(double[] values, double expected) => Assert.Equal(expected, Median.Of(values));

    private static string Run(string signature, double nanoseconds, double straightforward, double floor) => FormattableString.Invariant(
        $$"""
        {"signature":"{{signature}}","rows":[{"name":"query","ns":{{nanoseconds}},"straightforward_ratio":{{straightforward}},"floor_ratio":{{floor}},
        "allocated_bytes":0,"spread":0.25}]}
        """);
}
