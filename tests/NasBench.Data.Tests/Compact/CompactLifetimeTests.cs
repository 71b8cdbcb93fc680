namespace NasBench.Data.Tests.Compact;

/// <summary>A disposed data set answers no more, and no thread ever reads a mapping that is gone.</summary>
public sealed class CompactLifetimeTests
{
    [Fact]
    public void Dispose_OpenFile_EveryMemberThrows()
    {
        using var file = new TemporaryFile();
        File.WriteAllBytes(file.Path, CompactSample.Everything);
        Dataset data = Dataset.Open(file.Path);
        data.Dispose();
        data.Dispose();

        Assert.Throws<ObjectDisposedException>(() => data.TryGetRun(6, 108, 0, out _));
        Assert.Throws<ObjectDisposedException>(() => data.TryFind(default(ModuleHash), out _));
        Assert.Throws<ObjectDisposedException>(() => data.Contains(6));
        Assert.Throws<ObjectDisposedException>(() => data.CellCount);
    }

    [Fact]
    public async Task Dispose_WhileOthersQuery_EndsWell()
    {
        using var file = new TemporaryFile();
        File.WriteAllBytes(file.Path, CompactSample.Everything);
        for (int round = 0; round < 60; round++)
        {
            Dataset data = Dataset.Open(file.Path);
            data.TryGetRun(6, 108, 0, out Run expected);
            using var started = new Barrier(3);
            Task<int>[] readers = [.. Enumerable.Range(0, 2).Select(_ => Task.Run(() => QueryUntilDisposed(data, expected, started)))];
            started.SignalAndWait();
            Thread.SpinWait(round * 200);
            data.Dispose();
            data = null!;
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.WhenAll(readers);
        }
    }

    [Fact]
    public void Dispose_MappedFile_IsUnmappedByTheCollector()
    {
        Assert.SkipUnless(File.Exists("/proc/self/maps"), "needs /proc/self/maps");
        using var file = new TemporaryFile();
        File.WriteAllBytes(file.Path, CompactSample.Everything);
        OpenAskDispose(file.Path);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.DoesNotContain(File.ReadAllLines("/proc/self/maps"), line => line.EndsWith(file.Path, StringComparison.Ordinal));
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void OpenAskDispose(string path)
    {
        using Dataset data = Dataset.Open(path);
        Assert.Equal(QueryStatus.Found, data.TryGetRun(6, 108, 0, out _));
        Assert.Contains(File.ReadAllLines("/proc/self/maps"), line => line.EndsWith(path, StringComparison.Ordinal));
    }

    private static int QueryUntilDisposed(Dataset data, Run expected, Barrier started)
    {
        int asked = 0;
        started.SignalAndWait();
        try
        {
            while (true)
            {
                Assert.Equal(QueryStatus.Found, data.TryGetRun(6, 108, 0, out Run run));
                Assert.Equal(expected, run);
                asked++;
            }
        }
        catch (ObjectDisposedException)
        {
            return asked;
        }
    }
}
