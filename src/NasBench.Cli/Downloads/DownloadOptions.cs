namespace NasBench.Cli;

/// <summary>How patient a download is.</summary>
internal sealed record DownloadOptions
{
    /// <summary>Attempts in a row that bring no byte before the download gives up.</summary>
    public int MostFruitlessAttempts { get; init; } = 6;

    /// <summary>How often a file is begun again, where the server cannot continue it, before the download gives up.</summary>
    public int MostRestarts { get; init; } = 6;

    /// <summary>Redirects from one request to its answer.</summary>
    public int MostRedirects { get; init; } = 10;

    /// <summary>A connection that brings no byte for so long is given up.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The pause after the first failure; each further one doubles it.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause that the download chooses itself.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest pause that a server may ask for; the download ends if it asks for more.</summary>
    public TimeSpan LongestAskedPause { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Tells the time, and measures the pauses.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
