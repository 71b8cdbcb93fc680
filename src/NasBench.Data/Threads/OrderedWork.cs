using System.Runtime.ExceptionServices;

namespace NasBench.Data;

/// <summary>
/// Work in numbered pieces by several threads, each with a workspace of its own: they prepare pieces at the same time and finish them one after the other, in
/// order.
/// </summary>
/// <typeparam name="T">A workspace.</typeparam>
internal sealed class OrderedWork<T>
{
    /// <summary>The most threads, unless the caller wants fewer: more would hold more workspaces in memory and then wait for the one that finishes.</summary>
    public const int MaxThreads = 4;

    private readonly int _pieces;
    private readonly Func<T> _createWorkspace;
    private readonly Action<T, int> _prepare;
    private readonly Action<T, int> _finish;
    private readonly CancellationToken _cancellationToken;
    private readonly InOrderLock _order = new();
    private ExceptionDispatchInfo? _failure;
    private int _taken;

    private OrderedWork(int pieces, Func<T> createWorkspace, Action<T, int> prepare, Action<T, int> finish, CancellationToken cancellationToken)
    {
        _pieces = pieces;
        _createWorkspace = createWorkspace;
        _prepare = prepare;
        _finish = finish;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Does all pieces. The failure of the first piece that fails ends the work of all threads and is thrown.</summary>
    /// <param name="pieces">How many there are.</param>
    /// <param name="createWorkspace">Makes what a thread works in; called by each of them.</param>
    /// <param name="prepare">Does what can be done at the same time as other pieces.</param>
    /// <param name="finish">Does the rest, after all earlier pieces have been finished; pieces never finish at the same time.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1, from the caller's thread.</param>
    /// <param name="cancellationToken">Ends the work between two pieces.</param>
    /// <param name="maxThreads">The most threads.</param>
    public static void Run(
        int pieces,
        Func<T> createWorkspace,
        Action<T, int> prepare,
        Action<T, int> finish,
        IProgress<double>? progress,
        CancellationToken cancellationToken,
        int maxThreads = MaxThreads)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var work = new OrderedWork<T>(pieces, createWorkspace, prepare, finish, cancellationToken);
        var others = new Task[Math.Max(Math.Min(Math.Min(Environment.ProcessorCount, maxThreads), pieces) - 1, 0)];
        for (int i = 0; i < others.Length; i++)
        {
            others[i] = Task.Factory.StartNew(() => work.DoPieces(null), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        work.DoPieces(progress);
        Task.WaitAll(others, CancellationToken.None);
        work._failure?.Throw();
        progress?.Report(1);
    }

    /// <summary>What each thread does.</summary>
    private void DoPieces(IProgress<double>? progress)
    {
        try
        {
            T workspace = _createWorkspace();
            for (int piece; (piece = Interlocked.Increment(ref _taken) - 1) < _pieces;)
            {
                _cancellationToken.ThrowIfCancellationRequested();
                ExceptionDispatchInfo? failure = Prepare(workspace, piece);
                if (!_order.Await(piece))
                {
                    return;
                }

                // In its turn, so that the failure of the first piece that fails is reported, whichever thread was faster.
                failure?.Throw();
                _finish(workspace, piece);
                _order.Pass();
                progress?.Report((piece + 1.0) / _pieces);
            }
        }
        catch (Exception failure)
        {
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(failure), null);
            _order.End();
        }
    }

    private ExceptionDispatchInfo? Prepare(T workspace, int piece)
    {
        try
        {
            _prepare(workspace, piece);
            return null;
        }
        catch (Exception failure)
        {
            return ExceptionDispatchInfo.Capture(failure);
        }
    }
}
