using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Spaces;

/// <summary>
/// The hash index that the assembly holds is the one that the computed hashes give.
/// After a change that is meant, run this class with <c>NASBENCH_APPROVE=1</c> in the environment and commit the file that it writes.
/// </summary>
public class StoredHashIndexTests
{
    [Fact]
    public void Of_Nas101_IsWhatTheHashesGive()
    {
        byte[] built = HashIndexBuilder.Build(Space<Nas101>.ComputeHashes(Nas101.CellCount, null, TestContext.Current.CancellationToken));
        if (Environment.GetEnvironmentVariable("NASBENCH_APPROVE") == "1")
        {
            File.WriteAllBytes(TestFiles.InRepository("src", "NasBench.Core", "Spaces", "Nas101.hashindex"), built);
        }

        Assert.True(StoredHashIndex.Of<Nas101>()!.Bytes.SequenceEqual(built), "differs from the index of the computed hashes; NASBENCH_APPROVE=1 writes that");
    }

    [Fact]
    public void Of_OtherSpace_IsNull() => Assert.Null(StoredHashIndex.Of<SixVertices>());

    [Fact]
    public void FindFew_HashesOfTheSpaceAndOthers_AsHashAt()
    {
        for (int index = 0; index < Nas101.CellCount; index += 1_009)
        {
            ModuleHash hash = Space<Nas101>.HashAt(index);
            Assert.Equal(index, Space<Nas101>.FindFew(hash));
            Assert.Equal(-1, Space<Nas101>.FindFew(new ModuleHash(hash.High, hash.Low ^ 1)));
            Assert.Equal(-1, Space<Nas101>.FindFew(new ModuleHash(hash.High ^ 1, hash.Low)));
        }
    }

    [Fact]
    public unsafe void HashIndex_BytesCutOff_IsRefused()
    {
        byte[] bytes = HashIndexBuilder.Build([new ModuleHash(1, 2), new ModuleHash(3, 4)]);
        fixed (byte* start = bytes)
        {
            var address = (nint)start;
            Assert.Equal(2, new HashIndex((byte*)address, bytes.Length, bytes).Count);
            Assert.Throws<InvalidDataException>(() => new HashIndex((byte*)address, bytes.Length - 1, bytes));
            Assert.Throws<InvalidDataException>(() => new HashIndex((byte*)address, 15, bytes));
        }
    }
}
