using CsCheck;
using Microsoft.Win32.SafeHandles;
using NasBench.TestUtilities;

namespace NasBench.Data.Tests.Files;

/// <summary>A file written through the stream; the slow obvious twin is a stream in memory.</summary>
public sealed class GatheringStreamTests
{
    private const int MaxSize = (1 << 20) + 100;

    private enum Step
    {
        Write,
        WriteAsynchronously,
        Seek,
        Read,
        Flush,
        Shorten,
    }

    [Fact]
    public void Steps_OfAnyKind_GiveTheFileOfTheTwin()
    {
        Gen<int> size = Gen.Frequency((20, Gen.Int[0, 100]), (3, Gen.Int[0, 1 << 18]), (1, Gen.Int[(1 << 20) - 3, MaxSize]));
        Gen.Select(Gen.Frequency((8, Gen.Const(Step.Write)), (4, Gen.Const(Step.Seek)), (1, Gen.Enum<Step>())), size).Array[1, 40].Sample(AssertSame, iter: 60);
    }

    [Fact]
    public void Write_PastTheFlushInterval_KeepsEveryByte()
    {
        using var file = new TemporaryFile();
        byte[] piece = new byte[(1 << 20) + 1];
        const int Pieces = 140;
        using (SafeFileHandle handle = Create(file))
        {
            using var stream = new GatheringStream(handle);
            for (int i = 0; i < Pieces; i++)
            {
                piece.AsSpan().Fill((byte)i);
                stream.Write(piece);
            }

            stream.FlushToDisk();
            stream.EndFlush();
        }

        using FileStream read = File.OpenRead(file.Path);
        Assert.Equal((long)Pieces * piece.Length, read.Length);
        for (int i = 0; i < Pieces; i++)
        {
            read.ReadExactly(piece);
            Assert.False(piece.AsSpan().ContainsAnyExcept((byte)i), $"a byte of piece {i} differs");
        }
    }

    [Fact]
    public void FlushToDisk_AfterAFlushInBetweenFailed_ThrowsIt()
    {
        using var file = new TemporaryFile();
        using SafeFileHandle handle = Create(file);
        int flushes = 0;
        using var stream = new GatheringStream(handle, _ =>
        {
            if (Interlocked.Increment(ref flushes) == 1)
            {
                throw new IOException("this one");
            }
        });
        byte[] piece = new byte[1 << 21];
        for (int i = 0; i < 70; i++)
        {
            stream.Write(piece);
        }

        Assert.Equal("this one", Assert.Throws<IOException>(stream.FlushToDisk).Message);
        Assert.Equal(1, flushes);
        stream.EndFlush();
    }

    [Fact]
    public void EndFlush_WhileOneIsRunning_WaitsForIt()
    {
        using var file = new TemporaryFile();
        using SafeFileHandle handle = Create(file);
        bool isDone = false;
        using var stream = new GatheringStream(handle, _ =>
        {
            Thread.Sleep(50);
            Volatile.Write(ref isDone, true);
        });
        byte[] piece = new byte[1 << 21];
        for (int i = 0; i < 32; i++)
        {
            stream.Write(piece);
        }

        stream.EndFlush();

        Assert.True(Volatile.Read(ref isDone));
    }

    [Fact]
    public void Write_SmallPieces_DoesNotAllocate()
    {
        using var file = new TemporaryFile();
        using SafeFileHandle handle = Create(file);
        using var stream = new GatheringStream(handle);
        byte[] piece = new byte[1000];

        AllocationAssert.AllocatesNothing(() => stream.Write(piece));
    }

    [Fact]
    public void Position_BelowZero_IsRefused()
    {
        using var file = new TemporaryFile();
        using SafeFileHandle handle = Create(file);
        using var stream = new GatheringStream(handle);

        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Seek(-1, SeekOrigin.Begin));
    }

    private static void AssertSame((Step Step, int Size)[] steps)
    {
        using var file = new TemporaryFile();
        using var twin = new MemoryStream();
        using (SafeFileHandle handle = Create(file))
        {
            using var stream = new GatheringStream(handle);
            byte next = 1;
            foreach ((Step step, int size) in steps)
            {
                switch (step)
                {
                    case Step.Write or Step.WriteAsynchronously:
                        byte[] bytes = [.. Enumerable.Range(0, size).Select(i => (byte)(next + i))];
                        next += 17;
                        twin.Write(bytes);
                        Assert.True(
                            step == Step.Write
                                ? Write(stream, bytes)
                                : stream.WriteAsync(bytes, 0, bytes.Length, CancellationToken.None).IsCompletedSuccessfully);
                        break;
                    case Step.Seek:
                        long place = Math.Min(size, twin.Length);
                        twin.Position = place;
                        Assert.Equal(place, stream.Seek(place, SeekOrigin.Begin));
                        break;
                    case Step.Read:
                        byte[] expected = new byte[size];
                        byte[] actual = new byte[size];
                        Assert.Equal(twin.ReadAtLeast(expected, size, throwOnEndOfStream: false), stream.ReadAtLeast(actual, size, throwOnEndOfStream: false));
                        Assert.Equal(expected, actual);
                        break;
                    case Step.Flush:
                        stream.Flush();
                        Assert.Equal(twin.Length, new FileInfo(file.Path).Length);
                        break;
                    default:
                        long length = Math.Max(twin.Length - size, 0);
                        stream.SetLength(length);
                        twin.SetLength(length);
                        stream.Position = twin.Position;
                        break;
                }

                Assert.Equal(twin.Position, stream.Position);
                Assert.Equal(twin.Length, stream.Length);
            }
        }

        Assert.Equal(twin.ToArray(), File.ReadAllBytes(file.Path));
    }

    private static bool Write(GatheringStream stream, byte[] bytes)
    {
        stream.Write(bytes);
        return true;
    }

    private static SafeFileHandle Create(TemporaryFile file) => File.OpenHandle(file.Path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read);
}
