using System.Buffers.Binary;
using System.IO.Hashing;
using CsCheck;

namespace NasBench.Data.Tests.Compact;

/// <summary>Damaged and hostile compact files: a clear error, at opening or from a query, and never a read out of bounds.</summary>
public sealed class CompactDamageTests
{
    private static readonly byte[] s_good = CompactSample.Everything;

    [Fact]
    public void Open_EachByteFlipped_IsRefused()
    {
        byte[] bytes = [.. s_good];
        for (int i = 0; i < bytes.Length; i++)
        {
            foreach (byte flip in (byte[])[0x01, 0x80, 0xFF])
            {
                bytes[i] ^= flip;
                AssertRefused(bytes, $"byte {i}");
                Exercise(bytes);
                bytes[i] ^= flip;
            }
        }
    }

    [Fact]
    public void Open_EachLength_IsRefused()
    {
        for (int length = 0; length < s_good.Length; length++)
        {
            AssertRefused(s_good.AsSpan(0, length), $"length {length}");
        }

        AssertRefused([.. s_good, 0], "one byte more");
        AssertRefused([.. s_good, .. new byte[64]], "64 bytes more");
    }

    [Fact]
    public void Open_NewerVersion_IsRefusedByNumber()
    {
        byte[] bytes = [.. s_good];
        bytes[8] = 2;
        Repair(bytes);
        DataFormatException refusal = Assert.Throws<DataFormatException>(() => CompactSample.Open(bytes));

        Assert.Equal(FaultKind.UnsupportedVersion, refusal.Kind);
        Assert.Contains("version 2", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_EmptyFile_IsRefused()
    {
        using var file = new TemporaryFile();
        File.WriteAllBytes(file.Path, []);

        Assert.Equal(FaultKind.EmptyFile, Assert.Throws<DataFormatException>(() => FileBytes.Open(file.Path, CompactAccess.Map)).Kind);
        Assert.Equal(FaultKind.EmptyFile, Assert.Throws<DataFormatException>(() => FileBytes.Open(file.Path, CompactAccess.Copy)).Kind);
    }

    /// <summary>With its checksums made right again, damage gets as far as the content.</summary>
    [Fact]
    public void Verify_EachByteFlippedAndChecksumsRepaired_SeesAllButValues()
    {
        byte[] bytes = [.. s_good];
        CompactHeader header = CompactHeader.Read(FileBytes.Copy(s_good), null);
        for (int i = 0; i < bytes.Length; i++)
        {
            byte good = bytes[i];
            bytes[i] ^= 0x41;
            Repair(bytes);
            Exercise(bytes);
            bool isSeen = CompactVerifier.Verify(FileBytes.Copy(bytes), null, 10, null, default).Any(fault => fault.Kind != FaultKind.NotRepresentative);
            Assert.True(isSeen || MayBeAny(header, i), $"a change of byte {i} goes unseen");
            bytes[i] = good;
        }
    }

    [Fact]
    public void Open_ManyBytesChangedAndChecksumsRepaired_NeverLeadsAstray()
    {
        Gen<(int Offset, byte Value)[]> changes = Gen.Select(
            Gen.Int[0, s_good.Length - 1],
            Gen.Frequency((1, Gen.Byte), (1, Gen.OneOf(Gen.Const((byte)0), Gen.Const((byte)0xFF), Gen.Const((byte)0x7F))))).Array[1, 8];
        changes.Sample(
            list =>
            {
                byte[] bytes = [.. s_good];
                foreach ((int offset, byte value) in list)
                {
                    bytes[offset] = value;
                }

                Repair(bytes);
                Exercise(bytes);
                CompactVerifier.Verify(FileBytes.Copy(bytes), null, 10, null, default);
            },
            iter: 3000);
    }

    /// <summary>
    /// Whether a byte is part of a value, of a text or of an unused slot: nothing contradicts another one. The checksums themselves were repaired.
    /// </summary>
    private static bool MayBeAny(CompactHeader header, int offset)
    {
        if (offset >= header.HeadLength)
        {
            SectionEntry section = header.Sections.Last(section => section.Offset <= offset && section.Length > 0);
            return offset < section.Offset + section.Length
                && section.Kind is CompactSectionKind.Runs or CompactSectionKind.Details
                    or CompactSectionKind.Escapes or CompactSectionKind.Text or CompactSectionKind.HashIndex;
        }

        bool isChecksum = offset >= CompactFormat.HeaderSize && (offset - CompactFormat.HeaderSize) % CompactFormat.EntrySize >= 24;
        return isChecksum || offset is (>= CompactFormat.ChecksumOffset and < CompactFormat.HeaderSize) or CompactFormat.ProvenanceOffset;
    }

    /// <summary>Makes all checksums right, as far as the table leads to bytes of the file.</summary>
    internal static void Repair(byte[] bytes)
    {
        if (bytes.Length < CompactFormat.HeaderSize)
        {
            return;
        }

        int epochs = Math.Clamp(BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(CompactFormat.EpochsCountOffset)), 0, CompactFormat.MaxEpochsValues);
        int headLength = CompactFormat.HeadLength(epochs);
        if (headLength > bytes.Length)
        {
            return;
        }

        for (int i = 0; i < CompactFormat.SectionCount(epochs); i++)
        {
            Span<byte> entry = bytes.AsSpan(CompactFormat.HeaderSize + (i * CompactFormat.EntrySize), CompactFormat.EntrySize);
            SectionEntry section = SectionEntry.Read(entry);
            if (section.Offset >= 0 && section.Length >= 0 && section.Length <= bytes.Length && section.Offset <= bytes.Length - section.PaddedLength)
            {
                section.Checksum = XxHash3.HashToUInt64(bytes.AsSpan((int)section.Offset, (int)section.PaddedLength));
                section.Write(entry);
            }
        }

        Span<byte> head = bytes.AsSpan(0, headLength);
        BinaryPrimitives.WriteUInt64LittleEndian(head[CompactFormat.ChecksumOffset..], CompactHeader.ComputeChecksum(head));
    }

    private static void AssertRefused(ReadOnlySpan<byte> bytes, string what)
    {
        try
        {
            using Dataset data = CompactSample.Open(bytes);
            Assert.Fail($"opened in spite of {what}");
        }
        catch (DataFormatException refusal)
        {
            Assert.Contains("expected", refusal.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', refusal.Message);
        }
    }

    /// <summary>Opens without a look at the checksums and asks for everything: answers, or the one exception that says what is damaged.</summary>
    internal static void Exercise(ReadOnlySpan<byte> bytes)
    {
        try
        {
            using Dataset data = CompactSample.Open(bytes, verifies: false);
            int[] candidates = [0, 1, 6, 90, 91, 200_000, Space<Nas101>.Count - 1, -1, int.MaxValue];
            foreach (int index in candidates.Where(data.Contains))
            {
                Try(() => data.TryFind(data.GetHash(index), out _));
                Try(() => data.GetStoredCell(index));
                Try(() => data.GetTrainableParameters(index));
                foreach (int epochs in data.Epochs.ToArray())
                {
                    int count = Math.Min(data.GetRepeatCount(index, epochs), 8);
                    for (int repeat = -1; repeat <= count; repeat++)
                    {
                        Try(() => data.TryGetRun(index, epochs, repeat, out _));
                        Try(() => data.TryGetRecord(index, epochs, repeat, out _));
                    }
                }
            }

            Try(() => data.GetIndicesByHash());
        }
        catch (DataFormatException)
        {
            // Refused when opened: right as well.
        }
    }

    private static void Try(Action ask)
    {
        try
        {
            ask();
        }
        catch (DataFormatException)
        {
            // The damage was met and named.
        }
    }
}
