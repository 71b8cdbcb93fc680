namespace NasBench.Cli;

/// <summary>Calls of the system that may wait for ever, as opening a pipe waits for its writer, ended by a cancellation.</summary>
internal static class Interruptible
{
    /// <summary>Waits for a call or for the cancellation; a call that is given up waits on in the background until the process ends.</summary>
    /// <exception cref="OperationCanceledException">The cancellation came first.</exception>
    public static T Run<T>(Func<T> call, CancellationToken cancellation)
    {
        Task<T> task = Task.Run(call, cancellation);
        Task.WaitAny([task], cancellation);
        return task.GetAwaiter().GetResult();
    }
}
