using System.Globalization;
using System.Net;

namespace NasBench.Cli;

/// <summary>
/// Fetches one file whose length and SHA-256 are known: continues where an earlier attempt ended, tries again after failures with growing pauses,
/// and leaves nothing under the file's name that is not the file.
/// </summary>
/// <param name="client">Makes the requests; from <see cref="CreateClient"/>.</param>
/// <param name="options">How patient to be.</param>
/// <param name="warn">Told of failures that are tried again.</param>
internal sealed class Downloader(HttpClient client, DownloadOptions options, Action<string> warn)
{
    private const int BufferSize = 1 << 17;

    private readonly RedirectFollower _redirects = new(client, options.MostRedirects);

    private int _restarts;
    private bool _asksForWhole;

    /// <summary>A client without a time limit, since a file takes long, that leaves redirects to <see cref="RedirectFollower"/>.</summary>
    public static HttpClient CreateClient()
    {
        SocketsHttpHandler handler = new() { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None };
        HttpClient client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("nasbench");
        return client;
    }

    /// <summary>Fetches a file.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="path">Where it goes.</param>
    /// <param name="file">What it must be.</param>
    /// <param name="progress">Receives the number of bytes that are there, which falls when the file is begun again.</param>
    /// <param name="cancellation">Ends the work early; what has come stays, for the next attempt.</param>
    /// <returns>The length of the file.</returns>
    /// <exception cref="DownloadException">The server does not have it, the network fails too often, or what came is another file.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public async Task<long> FetchAsync(Uri address, string path, OfficialFile file, IProgress<long>? progress, CancellationToken cancellation)
    {
        _restarts = 0;
        _asksForWhole = false;
        using PartialFile part = new(path, cancellation);
        if (part.Length > file.Length)
        {
            warn($"{part.Name} has more bytes than the file; starting again from the beginning");
            part.Reset();
        }

        while (true)
        {
            progress?.Report(part.Length);
            await FetchAllAsync(address, file, part, progress, cancellation).ConfigureAwait(false);
            string found = part.GetSha256();
            if (found == file.Sha256)
            {
                part.Complete();
                return file.Length;
            }

            bool mayBeEarlier = part.HoldsEarlierBytes;
            part.Reset();
            if (!mayBeEarlier)
            {
                throw new DownloadException($"{address.AbsoluteUri}: what came is another file: SHA-256 {found}, expected {file.Sha256}; it was removed");
            }

            warn($"what {part.Name} held from an earlier attempt does not fit; starting again from the beginning");
        }
    }

    private async Task FetchAllAsync(Uri address, OfficialFile file, PartialFile part, IProgress<long>? progress, CancellationToken cancellation)
    {
        TimeSpan pause = options.FirstPause;
        int fruitless = 0;
        while (part.Length < file.Length)
        {
            long before = part.Length;
            try
            {
                await RequestAsync(address, file, part, progress, cancellation).ConfigureAwait(false);
            }
            catch (RetryableException failure)
            {
                bool grew = part.Length > before;
                fruitless = grew ? 1 : fruitless + 1;
                pause = grew ? options.FirstPause : pause;
                if (fruitless >= options.MostFruitlessAttempts)
                {
                    throw new DownloadException($"{address.AbsoluteUri}: {failure.Message}, {fruitless} times in a row{HowToContinue(part)}", failure);
                }

                await WaitAsync(address, part, failure, pause, cancellation).ConfigureAwait(false);
                pause = pause * 2 < options.LongestPause ? pause * 2 : options.LongestPause;
            }
        }
    }

    private async Task WaitAsync(Uri address, PartialFile part, RetryableException failure, TimeSpan pause, CancellationToken cancellation)
    {
        bool isAsked = failure.AskedPause > pause;
        TimeSpan wait = isAsked ? failure.AskedPause!.Value : pause;
        if (wait > options.LongestAskedPause)
        {
            throw new DownloadException(
                $"{address.AbsoluteUri}: {failure.Message} and asks to wait for {Words(wait)}, which is too long to wait here{HowToContinue(part)}",
                failure);
        }

        warn($"{failure.Message}; trying again in {Words(wait)}{(isAsked ? ", as the server asks" : "")}");
        await Task.Delay(wait, options.Clock, cancellation).ConfigureAwait(false);
    }

    /// <summary>One request, to the end of its answer.</summary>
    private async Task RequestAsync(Uri address, OfficialFile file, PartialFile part, IProgress<long>? progress, CancellationToken cancellation)
    {
        using CancellationTokenSource stall = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stall.CancelAfter(options.Stall);
        try
        {
            long asked = _asksForWhole ? 0 : part.Length;
            using HttpResponseMessage response = await _redirects.SendAsync(address, asked, stall.Token).ConfigureAwait(false);
            long? start = new ServerAnswer(response, address, file, asked).FindStart(options.Clock.GetUtcNow());

            // What is there is kept until the whole file is about to come.
            _asksForWhole = start is null;
            if (start is null)
            {
                return;
            }

            if (start < part.Length)
            {
                Restart(address, part);
            }

            await ReadBodyAsync(address, file, part, response, progress, stall).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new RetryableException($"nothing came for {Words(options.Stall)}");
        }
        catch (HttpRequestException failure)
        {
            throw new RetryableException(Words(failure), inner: failure);
        }
    }

    private void Restart(Uri address, PartialFile part)
    {
        part.Reset();
        if (++_restarts > options.MostRestarts)
        {
            throw new DownloadException($"{address.AbsoluteUri}: the connection broke too often, and the server cannot continue a download");
        }

        warn("the server cannot continue an earlier download; starting again from the beginning");
    }

    private async Task ReadBodyAsync(
        Uri address,
        OfficialFile file,
        PartialFile part,
        HttpResponseMessage response,
        IProgress<long>? progress,
        CancellationTokenSource stall)
    {
        long before = part.Length;
        Stream body = await response.Content.ReadAsStreamAsync(stall.Token).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            byte[] buffer = new byte[BufferSize];
            while (await ReadAsync(body, buffer, stall).ConfigureAwait(false) is > 0 and int read)
            {
                if (part.Length + read > file.Length)
                {
                    part.Reset();
                    throw new DownloadException(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{address.AbsoluteUri}: the file there has more than the {file.Length:N0} bytes of {file.FileName}; what came was removed"));
                }

                part.Append(buffer.AsSpan(0, read));
                progress?.Report(part.Length);
            }
        }

        // A server may send less than was asked for, and the rest at the next request; an answer without a length just ends.
        if (part.Length < file.Length && (response.Content.Headers.ContentLength is null || part.Length == before))
        {
            throw new RetryableException("the connection was closed early");
        }
    }

    private async Task<int> ReadAsync(Stream body, byte[] buffer, CancellationTokenSource stall)
    {
        stall.CancelAfter(options.Stall);
        try
        {
            return await body.ReadAsync(buffer, stall.Token).ConfigureAwait(false);
        }
        catch (HttpIOException failure) when (failure.HttpRequestError == HttpRequestError.ResponseEnded)
        {
            throw new RetryableException("the connection was closed early", inner: failure);
        }
        catch (IOException failure)
        {
            // Of the network: a failure of the disk comes from the partial file.
            throw new RetryableException(failure.GetBaseException().Message, inner: failure);
        }
    }

    /// <summary>
    /// Many messages of the library only refer to the exception within; those of connections name the address, which the exception within does not.
    /// </summary>
    private static string Words(HttpRequestException failure) =>
        failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            ? failure.Message
            : failure.GetBaseException().Message.TrimEnd('.');

    private static string Words(TimeSpan time) => time.TotalMinutes < 2
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s")
        : time.TotalHours < 2
            ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} minutes")
            : string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:N0} hours");

    private static string HowToContinue(PartialFile part) => part.Length == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"; the same command continues after the {part.Length:N0} bytes that came");
}
