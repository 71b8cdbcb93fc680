namespace NasBench.Cli.Tests.Downloads;

public sealed class TransferMeterTests
{
    private const long Mebi = 1 << 20;

    private readonly StepClock _clock = new();

    [Fact]
    public void Describe_AtFirst_TellsBytesOnly()
    {
        TransferMeter meter = new(500 * Mebi, _clock);
        Assert.Equal("0.0/500.0 MiB", meter.Describe());

        meter.Report(Mebi / 2);
        Assert.Equal("0.5/500.0 MiB", meter.Describe());
    }

    [Fact]
    public void Describe_SteadyTransfer_TellsSpeedAndRemainingTime()
    {
        TransferMeter meter = new(500 * Mebi, _clock);
        Transfer(meter, from: 0, megabytesPerSecond: 5, seconds: 20);

        Assert.Equal("100.0/500.0 MiB  5.0 MiB/s  1:20 left", meter.Describe());
    }

    [Fact]
    public void Describe_ContinuedTransfer_DoesNotCountWhatWasThere()
    {
        TransferMeter meter = new(500 * Mebi, _clock);
        Transfer(meter, from: 400, megabytesPerSecond: 1, seconds: 3);

        Assert.Equal("403.0/500.0 MiB  1.0 MiB/s  1:37 left", meter.Describe());
    }

    [Fact]
    public void Describe_ChangedSpeed_IsThatOfTheLastTenSeconds()
    {
        TransferMeter meter = new(500 * Mebi, _clock);
        Transfer(meter, from: 0, megabytesPerSecond: 20, seconds: 10);
        Transfer(meter, from: 200, megabytesPerSecond: 2, seconds: 10);

        Assert.Equal("220.0/500.0 MiB  2.0 MiB/s  2:20 left", meter.Describe());
    }

    [Fact]
    public void Describe_NothingComes_SpeedFallsAndNoTimeIsTold()
    {
        TransferMeter meter = new(500 * Mebi, _clock);
        Transfer(meter, from: 0, megabytesPerSecond: 5, seconds: 4);
        _clock.Advance(4);
        Assert.Equal("20.0/500.0 MiB  2.5 MiB/s  3:12 left", meter.Describe());

        _clock.Advance(100);
        Assert.Equal("20.0/500.0 MiB  0 KiB/s", meter.Describe());
    }

    [Fact]
    public void Describe_BegunAgain_MeasuresAnew()
    {
        TransferMeter meter = new(500 * Mebi, _clock);
        Transfer(meter, from: 300, megabytesPerSecond: 5, seconds: 4);
        Transfer(meter, from: 0, megabytesPerSecond: 1, seconds: 2);

        Assert.Equal("2.0/500.0 MiB  1.0 MiB/s  8:18 left", meter.Describe());
    }

    [Fact]
    public void Describe_SlowTransfer_TellsHours()
    {
        TransferMeter meter = new(2 * 1024 * Mebi, _clock);
        meter.Report(0);
        _clock.Advance(8);
        meter.Report(4 * Mebi);

        Assert.Equal("4.0/2048.0 MiB  512 KiB/s  1:08:08 left", meter.Describe());
    }

    [Fact]
    public void Describe_Done_HasNothingLeft()
    {
        TransferMeter meter = new(10 * Mebi, _clock);
        Transfer(meter, from: 0, megabytesPerSecond: 5, seconds: 2);

        Assert.Equal("10.0/10.0 MiB  5.0 MiB/s  0:00 left", meter.Describe());
    }

    private void Transfer(TransferMeter meter, long from, int megabytesPerSecond, int seconds)
    {
        meter.Report(from * Mebi);
        for (int i = 1; i <= seconds * 4; i++)
        {
            _clock.Advance(0.25);
            meter.Report((from * Mebi) + (megabytesPerSecond * Mebi * i / 4));
        }
    }

    private sealed class StepClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => _now;

        public void Advance(double seconds) => _now += (long)(seconds * 1000);
    }
}
