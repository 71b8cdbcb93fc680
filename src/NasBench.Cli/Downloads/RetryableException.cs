namespace NasBench.Cli;

/// <summary>A request failed in a way that the next one may not.</summary>
/// <param name="message">What went wrong.</param>
/// <param name="askedPause">How long the server asks to wait, if it does.</param>
/// <param name="inner">The cause, if any.</param>
internal sealed class RetryableException(string message, TimeSpan? askedPause = null, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>How long the server asks to wait; null if it does not ask.</summary>
    public TimeSpan? AskedPause => askedPause;
}
