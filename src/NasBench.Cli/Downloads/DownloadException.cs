namespace NasBench.Cli;

/// <summary>A file could not be fetched: the server, the network, or what came is not the file.</summary>
internal sealed class DownloadException(string message, Exception? inner = null) : Exception(message, inner);
