using NasBench.TestUtilities;

namespace NasBench.Data.Tests.Builtin;

public sealed class BuiltinDatasetTests
{
    private static readonly Dataset s_data = BuiltinDataset.Create();

    /// <summary>Hash, epochs, repeat, then the final time, train, validation and test accuracy, as published.</summary>
    public static TheoryData<string, int, int, double, double, double, double> Published => new()
    {
        { "28cfc7874f6d200472e1a9dcd8650aa0", 108, 0, 1155.85302734375, 1.0, 0.9376001358032227, 0.9311898946762085 },
        { "00005c142e6f48ac74fdcf73e3439874", 4, 0, 89.90399932861328, 0.3498597741127014, 0.3489583432674408, 0.3504607379436493 },
        { "00005c142e6f48ac74fdcf73e3439874", 108, 0, 1769.1279296875, 1.0, 0.9241786599159241, 0.9211738705635071 },
        { "02e5a0247bbdcf2860b7e96f74961594", 108, 0, 4321.9140625, 1.0, 0.9431089758872986, 0.9406049847602844 },
        { "02e5a0247bbdcf2860b7e96f74961594", 108, 1, 4326.7412109375, 1.0, 0.9487179517745972, 0.944411039352417 },
        { "02e5a0247bbdcf2860b7e96f74961594", 108, 2, 4309.798828125, 1.0, 0.9432091116905212, 0.9445112347602844 },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void TryGetRun_Published_IsMeasured(string hash, int epochs, int repeat, double time, double train, double validation, double test)
    {
        ModuleHash moduleHash = ModuleHash.Parse(hash, null);
        Assert.Equal(QueryStatus.Found, s_data.TryFind(moduleHash, out int index));
        Assert.Equal(QueryStatus.Found, s_data.TryGetRun(index, epochs, repeat, out Run run));
        Assert.Equal(new Metrics(time, train, validation, test), run.Final);
        s_data.TryGetProvenance(index, epochs, repeat, out Provenance provenance);
        Assert.Equal(Provenance.Measured, provenance);

        // The published hash is the true hash of the published graph.
        Assert.Equal(moduleHash, Space<Nas101>.HashAt(index));
        Assert.Equal(moduleHash, s_data.GetHash(index));
    }

    [Fact]
    public void TryGetRecord_PublishedWhole_HoldsEverything()
    {
        s_data.TryFind(ModuleHash.Parse("00005c142e6f48ac74fdcf73e3439874", null), out int index);
        Assert.Equal(QueryStatus.Found, s_data.TryGetRecord(index, 4, 0, out RecordDetails record));
        Assert.Equal(8555530, record.TrainableParameters);
        Assert.Equal(413.7015450000763, record.Run.TotalTime);
        Assert.Equal(new Evaluation(0, 0, 0.1002604141831398, 0.09775640815496445, 0.09985977411270142), record.Run.Initial);
        Assert.Equal(new Evaluation(2, 45.152000427246094, 0.10166265815496445, 0.10526842623949051, 0.10436698794364929), record.Run.Halfway);
    }

    [Fact]
    public void TryGetRun_PublishedInPart_LacksTheRest()
    {
        s_data.TryFind(ModuleHash.Parse("28cfc7874f6d200472e1a9dcd8650aa0", null), out int index);
        s_data.TryGetRecord(index, 108, 0, out RecordDetails record);
        Assert.Equal(2694282, record.TrainableParameters);
        Assert.Equal(Metrics.Absent, record.Run.ToRun().Halfway);
        Assert.Equal(double.NaN, record.Run.TotalTime);

        // The other repeats are made up, so the mean is a mixture.
        s_data.TryGetProvenance(index, 108, 1, out Provenance provenance);
        Assert.Equal(Provenance.Synthetic, provenance);
        s_data.TryGetProvenance(index, 108, out provenance);
        Assert.Equal(Provenance.Mixed, provenance);
        s_data.TryGetMean(index, 108, out Run mean);
        Assert.Equal(double.NaN, mean.Halfway.TestAccuracy);
        Assert.False(double.IsNaN(mean.Final.TestAccuracy));
    }

    [Fact]
    public void TryGetMean_AllRepeatsPublished_IsMeasured()
    {
        s_data.TryFind(ModuleHash.Parse("02e5a0247bbdcf2860b7e96f74961594", null), out int index);
        s_data.TryGetMean(index, 108, out Run mean);
        Assert.Equal(0.943175752957662, mean.Final.TestAccuracy, 1e-15);
        s_data.TryGetProvenance(index, 108, out Provenance provenance);
        Assert.Equal(Provenance.Measured, provenance);
        Assert.Equal(32426634, s_data.GetTrainableParameters(index));
    }

    [Fact]
    public void TryGetRun_AnyOtherCell_IsTheFormula()
    {
        using Dataset tiny = Dataset.Open(TestFiles.Vector("synth_tiny_sorted.tfrecord"));
        foreach (int index in tiny.Indices)
        {
            foreach (int epochs in tiny.Epochs)
            {
                for (int repeat = 0; repeat < 3; repeat++)
                {
                    s_data.TryGetProvenance(index, epochs, repeat, out Provenance provenance);
                    if (provenance == Provenance.Synthetic)
                    {
                        tiny.TryGetRecord(index, epochs, repeat, out RecordDetails expected);
                        Assert.Equal(QueryStatus.Found, s_data.TryGetRecord(index, epochs, repeat, out RecordDetails record));
                        Assert.Equal(expected, record);
                    }
                }
            }
        }
    }

    [Fact]
    public void Members_WholeSpace_AreDescribed()
    {
        Assert.Equal([4, 12, 36, 108], s_data.Epochs.ToArray());
        Assert.Equal(3, s_data.MaxRepeats);
        Assert.Equal(423_624, s_data.CellCount);
        Assert.Equal(5_083_488, s_data.RecordCount);
        Assert.Equal(Provenance.Mixed, s_data.Provenance);
        Assert.Equal(Provenance.Mixed, s_data.FindProvenance());
        Assert.Equal(0, s_data.GetRepeatCount(-1, 108));
        Assert.Equal(QueryStatus.InvalidCell, s_data.TryGetRun(default(Cell), 108, 0, out _));
        Assert.Equal(QueryStatus.NoSuchEpochs, s_data.TryGetRun(0, 100, 0, out _));
        Assert.Equal(QueryStatus.NoSuchRepeat, s_data.TryGetRun(0, 108, 3, out _));
        Assert.Equal(QueryStatus.NotInData, s_data.TryGetRun(default(ModuleHash), 108, 0, out _));
    }

    [Fact]
    public void Query_ManyCells_EqualsSingleQueries()
    {
        Cell[] cells = [default, .. Enumerable.Range(0, 600).Select(i => Space<Nas101>.CellAt(i * 700))];
        var results = new Metrics[cells.Length];
        var statuses = new QueryStatus[cells.Length];
        Assert.Equal(600, s_data.Query(cells, 36, 2, EvaluationPoint.Halfway, results, statuses));
        for (int i = 0; i < cells.Length; i++)
        {
            Assert.Equal(s_data.TryGetRun(cells[i], 36, 2, out Run run), statuses[i]);
            Assert.Equal(run.Halfway, results[i]);
        }
    }

    [Fact]
    public void Queries_Warm_AllocateNothing()
    {
        var session = new QuerySession(s_data, 3);
        Cell cell = Space<Nas101>.CellAt(54321);
        AllocationAssert.AllocatesNothing(() =>
        {
            s_data.TryGetRun(cell, 108, 2, out _);
            session.TryQuery(cell, 12, EvaluationPoint.Halfway, out _, out _);
        });
    }
}
