using System.Buffers.Binary;

namespace NasBench.Data.Tests.Compact;

public sealed class CompactVerifierTests
{
    [Fact]
    public void Verify_EverySectionDamaged_ListsThemUpToTheMost()
    {
        byte[] bytes = [.. CompactSample.Everything];
        SectionEntry[] sections = [.. SectionsOf(bytes).Where(section => section.Length > 0)];
        foreach (SectionEntry section in sections)
        {
            bytes[section.Offset + section.Length - 1] ^= 1;
        }

        for (int most = 1; most <= sections.Length + 1; most++)
        {
            List<DataFormatException> faults = Verify(bytes, most);
            Assert.Equal(Math.Min(most, sections.Length), faults.Count);
            Assert.All(faults, fault => Assert.Equal(FaultKind.BadChecksum, fault.Kind));
            Assert.Equal(sections.Take(most).Select(section => section.Offset), faults.Select(fault => fault.Offset));
        }
    }

    [Fact]
    public void Verify_BytesBehindSections_AreListedUpToTheMost()
    {
        byte[] bytes = [.. CompactSample.Everything];
        SectionEntry[] padded = [.. SectionsOf(bytes).Where(section => section.PaddedLength > section.Length)];
        Assert.InRange(padded.Length, 2, int.MaxValue);
        foreach (SectionEntry section in padded)
        {
            bytes[section.Offset + section.Length] = 1;
        }

        CompactDamageTests.Repair(bytes);
        for (int most = 1; most <= padded.Length + 1; most++)
        {
            List<DataFormatException> faults = Verify(bytes, most);
            Assert.Equal(Math.Min(most, padded.Length), faults.Count);
            Assert.All(faults, fault => Assert.Equal(FaultKind.BadSection, fault.Kind));
        }
    }

    /// <summary>A section with a bad checksum was once looked at for bytes behind it when the list was full.</summary>
    [Fact]
    public void Verify_ChecksumsBeyondTheMost_AreNoOtherFault()
    {
        byte[] bytes = [.. CompactSample.Everything];
        foreach (SectionEntry section in SectionsOf(bytes).Where(section => section.PaddedLength > section.Length))
        {
            bytes[section.Offset + section.Length] = 1;
        }

        DataFormatException fault = Assert.Single(Verify(bytes, 1));
        Assert.Equal(FaultKind.BadChecksum, fault.Kind);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Verify_NoFaultToBeListed_Throws(int most)
    {
        using var file = new TemporaryFile();
        File.WriteAllBytes(file.Path, CompactSample.Everything);

        Assert.Equal("maxFaults", Assert.Throws<ArgumentOutOfRangeException>(() => CompactFile.Verify(file.Path, most)).ParamName);
    }

    [Fact]
    public void Verify_HashOfAnotherCell_IsNamed()
    {
        byte[] bytes = [.. CompactSample.Everything];
        SectionEntry hashes = SectionsOf(bytes).Single(section => section.Kind == CompactSectionKind.Hashes);
        long second = hashes.Offset + ModuleHash.Size;
        bytes[second] ^= 1;
        CompactDamageTests.Repair(bytes);
        DataFormatException fault = Assert.Single(Verify(bytes, 100), fault => fault.Kind == FaultKind.HashMismatch);

        Assert.Equal((1, second), (fault.Record, fault.Offset));
        using Dataset good = CompactSample.Open(CompactSample.Everything);
        Assert.Contains($"expected that of the graph, {good.GetHash(good.Indices[1])}", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>As files hold that were made before such values were refused.</summary>
    [Fact]
    public void Verify_ImpossibleValue_IsNamed()
    {
        byte[] bytes = [.. CompactSample.Everything];
        SectionEntry runs = SectionsOf(bytes).First(section => section.Kind == CompactSectionKind.Runs && section.Epochs == 4);
        using Dataset good = CompactSample.Open(bytes);
        int position = good.Indices.IndexOf(90);
        long slot = runs.Offset + (position * RunEntry.BlockSize);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan((int)slot), float.PositiveInfinity);
        CompactDamageTests.Repair(bytes);
        DataFormatException fault = Assert.Single(Verify(bytes, 100), fault => fault.Kind != FaultKind.NotRepresentative);

        Assert.Equal((position, slot, FaultKind.ImpossibleValue), (fault.Record, fault.Offset, fault.Kind));
        Assert.Contains("repeat 0: the halfway training time is Infinity", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_ParametersOfAnotherCell_AreNamed()
    {
        byte[] bytes = [.. CompactSample.Everything];
        SectionEntry parameters = SectionsOf(bytes).Single(section => section.Kind == CompactSectionKind.Parameters);
        long third = parameters.Offset + (2 * sizeof(int));
        bytes[third] ^= 1;
        CompactDamageTests.Repair(bytes);
        DataFormatException fault = Verify(bytes, 100).First(fault => fault.Kind == FaultKind.ParameterMismatch);

        Assert.Equal((2, third), (fault.Record, fault.Offset));
        using Dataset good = CompactSample.Open(CompactSample.Everything);
        Assert.Contains($"expected {good.GetTrainableParameters(good.Indices[2])}, those of the graph", fault.Message, StringComparison.Ordinal);
    }

    private static List<DataFormatException> Verify(byte[] bytes, int most) => CompactVerifier.Verify(FileBytes.Copy(bytes), null, most, null, default);

    private static SectionEntry[] SectionsOf(byte[] bytes) => CompactHeader.Read(FileBytes.Copy(bytes), null).Sections;
}
