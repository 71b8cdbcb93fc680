using NasBench.TestUtilities;

namespace NasBench.Data.Tests.Records;

public sealed class RecordConsistencyTests
{
    [Fact]
    public void Check_RightRecord_FindsItsIndex()
    {
        NasRecord record = Decode(new RecordText());
        Assert.Equal(FaultKind.None, RecordConsistency.Check(record, out int index));
        Assert.Equal(record.Hash, Space<Nas101>.HashAt(index));
        Assert.True(RecordConsistency.IsRepresentative(record, index));
    }

    [Fact]
    public void Check_IsomorphicGraph_IsRightButNotTheRepresentative()
    {
        // The last two vertices of the real record's graph changed places: neither has an edge to the other.
        Cell other = Isomorph(Decode(new RecordText()).Cell);
        NasRecord record = Decode(new RecordText());
        record.Cell = other;
        Assert.Equal(FaultKind.None, RecordConsistency.Check(record, out int index));
        Assert.False(RecordConsistency.IsRepresentative(record, index));
        Assert.Contains(other.ToString(), RecordConsistency.Describe(FaultKind.NotRepresentative, record, index), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_HashOfAnotherGraph_IsRefused()
    {
        NasRecord record = Decode(new RecordText { Hash = new string('0', 32) });
        Assert.Equal(FaultKind.HashMismatch, RecordConsistency.Check(record, out int index));
        Assert.Equal(
            "module hash 00000000000000000000000000000000 is not that of the graph, expected 00005c142e6f48ac74fdcf73e3439874",
            RecordConsistency.Describe(FaultKind.HashMismatch, record, index));
    }

    [Fact]
    public void Check_OtherParameters_AreRefused()
    {
        NasRecord record = Decode(new RecordText { Message = Protobuf.Metrics(8_555_531) });
        Assert.Equal(FaultKind.ParameterMismatch, RecordConsistency.Check(record, out int index));
        Assert.Equal(
            "8555531 trainable parameters are not those of the graph, expected 8555530",
            RecordConsistency.Describe(FaultKind.ParameterMismatch, record, index));
        record.TrainableParameters = null;
        Assert.Equal(FaultKind.None, RecordConsistency.Check(record, out _));
    }

    [Theory]
    [InlineData(-1e200, 20, 4, 30, "final test accuracy is -1E+200, expected a fraction from 0 to 1")]
    [InlineData(1.001, 20, 4, 30, "final test accuracy is 1.001,")]
    [InlineData(double.PositiveInfinity, 20, 4, 30, "final test accuracy is Infinity,")]
    [InlineData(0.5, double.PositiveInfinity, 4, 30, "final training time is Infinity, expected a finite number of seconds from 0 up")]
    [InlineData(0.5, -0.5, 4, 30, "final training time is -0.5,")]
    [InlineData(0.5, 20, 4.5, 30, "final evaluation is of epoch 4.5, expected 0 to 4")]
    [InlineData(0.5, 20, -1, 30, "final evaluation is of epoch -1,")]
    [InlineData(0.5, 20, 4, double.PositiveInfinity, "total time is Infinity,")]
    [InlineData(0.5, 20, 4, -1, "total time is -1,")]
    public void Check_ValueThatNobodyMeasured_IsRefused(double accuracy, double time, double epoch, double total, string detail)
    {
        NasRecord record = Decode(new RecordText());
        record.Final = record.Final with { TestAccuracy = accuracy, TrainingTime = time, Epoch = epoch };
        record.TotalTime = total;
        Assert.False(RecordConsistency.AreValuesPossible(record));
        Assert.Equal(FaultKind.ImpossibleValue, RecordConsistency.Check(record, out int index));
        Assert.Contains(detail, RecordConsistency.Describe(FaultKind.ImpossibleValue, record, index), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.0)]
    [InlineData(1.0)]
    public void Check_AbsentOrExtremeValues_AreRight(double value)
    {
        NasRecord record = Decode(new RecordText());
        record.Final = new Evaluation(value, value, value, value, value);
        record.TotalTime = value;
        Assert.Equal(FaultKind.None, RecordConsistency.Check(record, out _));
    }

    [Theory]
    [InlineData("0000", "input,output", "disconnected")]
    [InlineData("0100", "output,output", "first operation")]
    [InlineData("0100", "input,input", "last operation")]
    [InlineData("0111100001111000011100000110000001000000010000000", "input,maxpool3x3,maxpool3x3,maxpool3x3,maxpool3x3,maxpool3x3,output", "too many edges")]
    public void Check_GraphOutsideOfTheSpace_IsRefused(string matrix, string names, string reason)
    {
        NasRecord record = Decode(new RecordText { Matrix = matrix, Names = names });
        Assert.Equal(FaultKind.BadGraph, RecordConsistency.Check(record, out int index));
        Assert.Equal(-1, index);
        Assert.Contains(reason, RecordConsistency.Describe(FaultKind.BadGraph, record, index), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_RightRecord_AllocatesNothing()
    {
        byte[] data = new RecordText().ToBytes();
        RecordDecoder decoder = new();
        AllocationAssert.AllocatesNothing(() =>
        {
            decoder.TryDecode(data, out NasRecord record, out _);
            RecordConsistency.Check(record, out _);
        });
    }

    private static NasRecord Decode(RecordText text)
    {
        Assert.True(new RecordDecoder().TryDecode(text.ToBytes(), out NasRecord record, out _));
        return record;
    }

    /// <summary>Another upper-triangular graph of the same class: two interior neighbours without an edge between them change places.</summary>
    private static Cell Isomorph(Cell cell)
    {
        string[] text = cell.ToString().Split(' ');
        string[] names = text[1].Split(',');
        int n = cell.Vertices;
        for (int v = 1; v < n - 2; v++)
        {
            if (cell.HasEdge(v, v + 1))
            {
                continue;
            }

            int Swap(int vertex) => vertex == v ? v + 1 : vertex == v + 1 ? v : vertex;
            string matrix = string.Concat(Enumerable.Range(0, n * n).Select(i => text[0][(Swap(i / n) * n) + Swap(i % n)]));
            string swapped = string.Join(',', Enumerable.Range(0, n).Select(i => names[Swap(i)]));
            Assert.Equal(CellStatus.Ok, Cell.ParseRaw(matrix, swapped, out Cell other));
            if (other != cell)
            {
                return other;
            }
        }

        throw new InvalidOperationException("no isomorph by one exchange");
    }
}
