using System.Runtime.InteropServices;
using NasBench.Data;

namespace NasBench.Cli;

/// <summary>
/// Turns Ctrl-C (or a polite request to end) into a cancellation, so that commands can clean up. A command that does not end within a moment, because it waits
/// for a pipe or a disk, is ended here, and so is one at the second signal: its temporary files are removed, and the exit code is the same.
/// </summary>
internal sealed class InterruptSignal : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _source = new();
    private readonly Timer _timer;
    private readonly PosixSignalRegistration[] _registrations;
    private int _signals;

    /// <summary>Starts listening.</summary>
    public InterruptSignal()
    {
        _timer = new Timer(_ => End(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle)];
    }

    /// <summary>Cancelled at the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }

        _timer.Dispose();
        _source.Dispose();
    }

    private static void End()
    {
        TemporaryFiles.DeleteAll();
        Environment.Exit((int)ExitCode.Interrupted);
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _signals) > 1)
        {
            End();
        }

        _timer.Change(s_patience, Timeout.InfiniteTimeSpan);
        _source.Cancel();
    }
}
