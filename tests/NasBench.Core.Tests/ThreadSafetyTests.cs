using NasBench.Core.Tests.Spaces;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests;

/// <summary>Tables that are built at first use may be asked for by many threads at once. Each test has a space that no other test touches.</summary>
public class ThreadSafetyTests
{
    private const int Threads = 16;

    [Fact]
    public void Locate_FirstUseByManyThreads_AllRight()
    {
        Cell[] expected = [.. ReferenceEnumeration.EnumerateClasses(EngineCells.ToReference<FirstLocate>()).Select(EngineCells.Create<FirstLocate>)];
        RunTogether(() =>
        {
            for (int index = 0; index < expected.Length; index++)
            {
                Assert.Equal(index, Space<FirstLocate>.Locate(expected[index]));
                Assert.Equal(expected[index], Space<FirstLocate>.CellAt(index));
            }
        });
    }

    [Fact]
    public void TryFind_FirstUseByManyThreads_AllRight() => RunTogether(() =>
    {
        for (int index = 0; index < Space<FirstFind>.Count; index++)
        {
            ModuleHasher.TryHash<FirstFind>(Space<FirstFind>.CellAt(index), out ModuleHash hash);

            Assert.True(Space<FirstFind>.TryFind(hash, out int found));
            Assert.Equal(index, found);
            Assert.Equal(hash, Space<FirstFind>.HashAt(index));
        }
    });

    [Fact]
    public void PrepareHashes_Cancelled_NothingKeptAndLaterCallsWork()
    {
        Assert.Throws<OperationCanceledException>(() => Space<Cancelled>.PrepareHashes(null, new CancellationToken(canceled: true)));

        var fractions = new List<double>();
        Space<Cancelled>.PrepareHashes(new Recorder(fractions), CancellationToken.None);
        Space<Cancelled>.PrepareHashes(null, CancellationToken.None);

        Assert.NotEmpty(fractions);
        Assert.Equal(fractions.Order(), fractions);
        Assert.InRange(fractions[0], 0, 1);
        Assert.Equal(1, fractions[^1]);
        Assert.True(Space<Cancelled>.TryFind(Space<Cancelled>.HashAt(3), out int index));
        Assert.Equal(3, index);
    }

    private static void RunTogether(Action action)
    {
        using var start = new Barrier(Threads);
        var failures = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
        {
            start.SignalAndWait();
            try
            {
                action();
            }
            catch (Exception exception)
            {
                failures.Enqueue(exception);
            }
        }))];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        Assert.Empty(failures);
    }

    private sealed class Recorder(List<double> fractions) : IProgress<double>
    {
        public void Report(double value) => fractions.Add(value);
    }
}
