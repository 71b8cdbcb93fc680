using NasBench.Bench;
using NasBench.TestUtilities;

namespace NasBench.Comparison.Tests;

/// <summary>The peers read what the straightforward way reads.</summary>
public class GoogleProtobufDecoderTests
{
    private static readonly string s_file = TestFiles.Vector("synth_tiny.tfrecord");

    [Fact]
    public void Load_TinyFile_AsTheStraightforwardWay()
    {
        StraightforwardTable expected = new();
        StraightforwardTable actual = new();

        Assert.Equal(2400, StraightforwardLoader.Load(s_file, int.MaxValue, StraightforwardProtobuf.Decode, expected));
        Assert.Equal(2400, StraightforwardLoader.Load(s_file, int.MaxValue, GoogleProtobufDecoder.Decode, actual));

        Assert.Equal(expected.Entries.Count, actual.Entries.Count);
        Assert.All(expected.Entries, entry =>
        {
            StraightforwardEntry other = actual.Entries[entry.Key];
            Assert.Equal(entry.Value.Parameters, other.Parameters);
            Assert.All(entry.Value.Runs, runs => Assert.Equal(runs.Value, other.Runs[runs.Key]));
        });
    }
}
