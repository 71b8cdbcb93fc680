namespace NasBench.Data;

/// <summary>The measurements of NAS-Bench-101 that its authors and users have published one by one, digit for digit.</summary>
internal static class PublishedCells
{
    private const string Conv3x3 = "conv3x3-bn-relu";
    private const string Conv1x1 = "conv1x1-bn-relu";
    private const string MaxPool = "maxpool3x3";

    private static readonly Evaluation s_absent = new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    public static PublishedCell[] All { get; } =
    [
        // The Inception-like cell in the README of google-research/nasbench.
        new(
            "0111100000000100000010000001000001000000010000000",
            $"input,{Conv3x3},{Conv1x1},{MaxPool},{Conv3x3},{Conv3x3},output",
            ModuleHash.Parse("28cfc7874f6d200472e1a9dcd8650aa0", null),
            [FinalOnly(108, 0, 1155.85302734375, 1.0, 0.9376001358032227, 0.9311898946762085)]),

        // The first record of nasbench_full.tfrecord, whole, as in a unit test of sile/nasbench-rs; and the cell's first repeat for 108 epochs.
        new(
            "0100110001000000010010000010000001000000010000000",
            $"input,{Conv3x3},{MaxPool},{Conv3x3},{Conv3x3},{Conv1x1},output",
            ModuleHash.Parse("00005c142e6f48ac74fdcf73e3439874", null),
            [
                new(4, 0, new RecordedRun(
                    new(0, 0, 0.1002604141831398, 0.09775640815496445, 0.09985977411270142),
                    new(2, 45.152000427246094, 0.10166265815496445, 0.10526842623949051, 0.10436698794364929),
                    new(4, 89.90399932861328, 0.3498597741127014, 0.3489583432674408, 0.3504607379436493),
                    413.7015450000763)),
                FinalOnly(108, 0, 1769.1279296875, 1.0, 0.9241786599159241, 0.9211738705635071),
            ]),

        // The cell of the issue "Data Query is non-deterministic" of google-research/nasbench: the best by mean test accuracy.
        new(
            "0110011000001000010000000100000001000000010000000",
            $"input,{Conv1x1},{Conv3x3},{MaxPool},{Conv3x3},{Conv3x3},output",
            ModuleHash.Parse("02e5a0247bbdcf2860b7e96f74961594", null),
            [
                FinalOnly(108, 0, 4321.9140625, 1.0, 0.9431089758872986, 0.9406049847602844),
                FinalOnly(108, 1, 4326.7412109375, 1.0, 0.9487179517745972, 0.944411039352417),
                FinalOnly(108, 2, 4309.798828125, 1.0, 0.9432091116905212, 0.9445112347602844),
            ]),
    ];

    private static PublishedRun FinalOnly(int epochs, int repeat, double time, double train, double validation, double test) =>
        new(epochs, repeat, new RecordedRun(s_absent, s_absent, new(epochs, time, train, validation, test), double.NaN));
}
