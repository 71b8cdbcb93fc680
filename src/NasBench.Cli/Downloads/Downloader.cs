using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace NasBench.Cli;

/// <summary>
/// Fetches one file whose SHA-256 is known: goes on where an earlier attempt ended, tries again after failures with growing pauses, and leaves nothing
/// under the file's name that is not the file.
/// </summary>
/// <param name="client">Makes the requests; its own time limit must be off.</param>
/// <param name="options">How patient to be.</param>
/// <param name="warn">Told of failures that are tried again.</param>
internal sealed class Downloader(HttpClient client, DownloadOptions options, Action<string> warn)
{
    private const int BufferSize = 1 << 17;

    private long? _total;

    /// <summary>Fetches a file.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="path">Where it goes.</param>
    /// <param name="sha256">What it must be.</param>
    /// <param name="progress">Receives the done part, 0 to 1.</param>
    /// <param name="cancellation">Ends the work early; what has come stays, for the next attempt.</param>
    /// <returns>The length of the file.</returns>
    /// <exception cref="DownloadException">The server does not have it, the network fails too often, or what came is another file.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public async Task<long> FetchAsync(Uri address, string path, string sha256, IProgress<double>? progress, CancellationToken cancellation)
    {
        using PartialFile part = new(path, cancellation);
        bool wasResumed = part.Length > 0;
        while (true)
        {
            await FetchAllAsync(address, part, progress, cancellation).ConfigureAwait(false);
            if (part.GetSha256() == sha256)
            {
                long length = part.Length;
                part.Complete();
                return length;
            }

            if (!wasResumed)
            {
                string found = part.GetSha256();
                part.Discard();
                throw new DownloadException($"{address}: what came is another file: SHA-256 {found}, expected {sha256}; it was removed");
            }

            // The beginning may have been of something else: once more from the start.
            warn("what was there from an earlier attempt does not fit; starting again");
            wasResumed = false;
            part.Reset();
        }
    }

    private async Task FetchAllAsync(Uri address, PartialFile part, IProgress<double>? progress, CancellationToken cancellation)
    {
        TimeSpan pause = options.FirstPause;
        for (int fruitless = 0; ;)
        {
            long before = part.Length;
            string? failure = await TryFetchAsync(address, part, progress, cancellation).ConfigureAwait(false);
            if (failure is null)
            {
                return;
            }

            fruitless = part.Length > before ? 1 : fruitless + 1;
            pause = part.Length > before ? options.FirstPause : pause;
            if (fruitless >= options.MostFruitlessAttempts)
            {
                throw new DownloadException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{address}: {failure}, {fruitless} times in a row; the next download goes on after the {part.Length} bytes that came"));
            }

            warn(string.Create(CultureInfo.InvariantCulture, $"{failure}; trying again in {pause.TotalSeconds} s"));
            await Task.Delay(pause, cancellation).ConfigureAwait(false);
            pause = pause * 2 < options.LongestPause ? pause * 2 : options.LongestPause;
        }
    }

    /// <summary>One request, to the end of the file; null when it got there, else what went wrong.</summary>
    private async Task<string?> TryFetchAsync(Uri address, PartialFile part, IProgress<double>? progress, CancellationToken cancellation)
    {
        using CancellationTokenSource stall = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            using HttpRequestMessage request = new(HttpMethod.Get, address);
            if (part.Length > 0)
            {
                request.Headers.Range = new RangeHeaderValue(part.Length, null);
            }

            stall.CancelAfter(options.Stall);
            using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stall.Token).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
            {
                // Nothing is left to come, or what is there is longer than the file: its SHA-256 will tell.
                return null;
            }

            Prepare(address, part, response);
            return await ReadBodyAsync(part, response, progress, stall).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return string.Create(CultureInfo.InvariantCulture, $"nothing came for {options.Stall.TotalSeconds} s");
        }
        catch (HttpRequestException failure)
        {
            return failure.Message;
        }
    }

    /// <summary>Makes what is there fit what will come.</summary>
    private void Prepare(Uri address, PartialFile part, HttpResponseMessage response)
    {
        if ((int)response.StatusCode is >= 400 and < 500 and not (408 or 429))
        {
            throw new DownloadException($"{address}: the server answers {(int)response.StatusCode} {response.ReasonPhrase}");
        }

        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"the server answers {(int)response.StatusCode} {response.ReasonPhrase}");
        }

        long? start = response.StatusCode == HttpStatusCode.PartialContent ? response.Content.Headers.ContentRange?.From : 0;
        if (start != part.Length)
        {
            // The server ignores ranges, or sends another one: from the start.
            part.Reset();
            if (start != 0)
            {
                throw new HttpRequestException("the server sent another part than was asked for");
            }
        }

        _total = part.Length + response.Content.Headers.ContentLength;
    }

    private async Task<string?> ReadBodyAsync(PartialFile part, HttpResponseMessage response, IProgress<double>? progress, CancellationTokenSource stall)
    {
        Stream body = await response.Content.ReadAsStreamAsync(stall.Token).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            byte[] buffer = new byte[BufferSize];
            while (true)
            {
                stall.CancelAfter(options.Stall);
                int read;
                try
                {
                    read = await body.ReadAsync(buffer, stall.Token).ConfigureAwait(false);
                }
                catch (IOException failure)
                {
                    // Of the network: a failure of the disk comes from Append.
                    return failure.Message;
                }

                if (read == 0)
                {
                    return part.Length < _total ? "the connection was closed early" : null;
                }

                part.Append(buffer.AsSpan(0, read));
                progress?.Report(_total is { } total ? (double)part.Length / total : 0);
            }
        }
    }
}
