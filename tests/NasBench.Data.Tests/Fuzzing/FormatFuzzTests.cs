using System.Globalization;
using NasBench.Data.Tests.Compact;
using NasBench.TestUtilities;

namespace NasBench.Data.Tests.Fuzzing;

/// <summary>
/// Random damage to files, many times over: every execution must end in an answer or in the one exception that names the damage. A short run is part of the
/// suite; a long one is <c>NASBENCH_FUZZ=10000000 dotnet test tests/NasBench.Data.Tests -c Release --filter FormatFuzzTests</c>, with <c>NASBENCH_FUZZ_SEED</c>
/// for another sequence.
/// </summary>
public sealed class FormatFuzzTests(ITestOutputHelper output)
{
    private const int ShortRun = 5000;

    private static readonly byte[][] s_compact =
    [
        CompactSample.Everything,
        CompactSample.Write([Datasets.TestRecord.Synthetic(0, 108, 0)]),
        CompactSample.Write(
            [Datasets.TestRecord.Synthetic(6, 4, 0), Datasets.TestRecord.Synthetic(6, 4, 1), Datasets.TestRecord.Synthetic(90, 108, 0)], Provenance.Mixed),
    ];

    private static readonly byte[][] s_tfRecords =
    [
        .. ((string[])["synth_tiny.tfrecord", "synth_tiny_ckpt.tfrecord", "synth_tiny_plain64.tfrecord", "corrupt/unicode_escapes.tfrecord"])
            .Select(
                name => File.ReadAllBytes(TestFiles.Vector(name.Split('/')))[..Math.Min(1200, (int)new FileInfo(TestFiles.Vector(name.Split('/'))).Length)]),
    ];

    [Fact]
    public void Compact_RandomDamage_IsRefusedOrAnswered()
    {
        Random random = new(Seed);
        long refused = 0;
        long executions = Executions;
        for (long i = 0; i < executions; i++)
        {
            byte[] bytes = Damage(s_compact[random.Next(s_compact.Length)], random);
            if (random.Next(3) > 0)
            {
                CompactDamageTests.Repair(bytes);
            }

            refused += Ask(bytes, random) ? 0 : 1;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{executions} executions, {refused} refused"));
        Assert.InRange(refused, executions / 100, executions);
    }

    [Fact]
    public void TfRecord_RandomDamage_IsRefusedOrAnswered()
    {
        Random random = new(Seed);
        RecordDecoder decoder = new();
        long refused = 0;
        long executions = Executions;
        for (long i = 0; i < executions; i++)
        {
            byte[] bytes = Damage(s_tfRecords[random.Next(s_tfRecords.Length)], random);
            refused += Read(bytes, decoder, ignoresChecksums: random.Next(4) > 0) ? 0 : 1;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{executions} executions, {refused} refused"));
        Assert.InRange(refused, executions / 100, executions);
    }

    private static long Executions => ReadVariable("NASBENCH_FUZZ", ShortRun);

    private static int Seed => (int)ReadVariable("NASBENCH_FUZZ_SEED", 1);

    private static long ReadVariable(string name, long otherwise) =>
        long.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out long value) ? value : otherwise;

    /// <summary>Some bytes changed, a part copied elsewhere, or the end cut off or lengthened.</summary>
    private static byte[] Damage(byte[] good, Random random)
    {
        int length = random.Next(8) switch
        {
            0 => random.Next(good.Length),
            1 => good.Length + random.Next(100),
            _ => good.Length,
        };
        byte[] bytes = new byte[length];
        good.AsSpan(0, Math.Min(length, good.Length)).CopyTo(bytes);
        int changes = length == 0 ? 0 : random.Next(1, 6);
        for (int i = 0; i < changes; i++)
        {
            // Half of the changes go to the beginning, where sizes and offsets are.
            int place = random.Next(2) == 0 ? random.Next(length) : random.Next(Math.Min(length, 256));
            switch (random.Next(4))
            {
                case 0:
                    bytes[place] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[place] = (byte)random.Next(256);
                    break;
                case 2:
                    ReadOnlySpan<byte> extremes = [0, 1, 0x7F, 0x80, 0xFE, 0xFF];
                    bytes[place] = extremes[random.Next(extremes.Length)];
                    break;
                default:
                    int count = Math.Min(random.Next(1, 33), length - place);
                    int source = random.Next(length - count + 1);
                    bytes.AsSpan(source, count).ToArray().CopyTo(bytes.AsSpan(place));
                    break;
            }
        }

        return bytes;
    }

    /// <summary>Opens and asks; false where the damage was named.</summary>
    private static bool Ask(byte[] bytes, Random random)
    {
        try
        {
            using Dataset data = CompactSample.Open(bytes, verifies: false);
            ReadOnlySpan<int> indices = [0, 1, 6, 90, 200_000, -1];
            foreach (int epochs in data.Epochs)
            {
                int index = indices[random.Next(indices.Length)];
                int count = data.GetRepeatCount(index, epochs);
                data.TryGetRun(index, epochs, random.Next(-1, 4), out _);
                data.TryGetRecord(index, epochs, Math.Max(count - 1, 0), out _);
            }

            data.TryFind(Space<Nas101>.HashAt(indices[random.Next(5)]), out _);
            if (random.Next(4) == 0)
            {
                foreach (int index in data.Indices)
                {
                    data.GetStoredCell(index);
                    data.GetTrainableParameters(index);
                }
            }

            return true;
        }
        catch (DataFormatException)
        {
            return false;
        }
    }

    /// <summary>Reads all frames and records; false where one was refused.</summary>
    private static bool Read(ReadOnlySpan<byte> bytes, RecordDecoder decoder, bool ignoresChecksums)
    {
        while (!bytes.IsEmpty)
        {
            FaultKind fault = TfRecordFraming.ReadHeader(bytes, out int length);
            if (fault == FaultKind.BadLengthCrc && ignoresChecksums)
            {
                length = (int)Math.Min(System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(bytes), int.MaxValue / 2);
                fault = FaultKind.None;
            }

            if (fault != FaultKind.None || bytes.Length - TfRecordFraming.HeaderSize - TfRecordFraming.FooterSize < length)
            {
                // What is left may still be a record for the decoder.
                return decoder.TryDecode(bytes[Math.Min(bytes.Length, TfRecordFraming.HeaderSize)..], out _, out _);
            }

            ReadOnlySpan<byte> data = bytes.Slice(TfRecordFraming.HeaderSize, length);
            if (!decoder.TryDecode(data, out NasRecord record, out RecordFault recordFault))
            {
                Assert.NotEqual(FaultKind.None, recordFault.Kind);
                return false;
            }

            FaultKind located = RecordConsistency.Locate(record.Cell, out int index);
            Assert.Equal(located == FaultKind.None, index >= 0);
            bytes = bytes[(TfRecordFraming.HeaderSize + length + TfRecordFraming.FooterSize)..];
        }

        return true;
    }
}
