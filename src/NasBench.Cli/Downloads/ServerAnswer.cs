using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace NasBench.Cli;

/// <summary>What a server answered to the request for a file, judged before anything of the file is read.</summary>
/// <param name="response">The answer.</param>
/// <param name="address">What was asked; the answer may come from elsewhere, after redirects.</param>
/// <param name="file">What is wanted.</param>
/// <param name="asked">The first byte that was asked for.</param>
internal sealed class ServerAnswer(HttpResponseMessage response, Uri address, OfficialFile file, long asked)
{
    private string Where
    {
        get
        {
            Uri? from = response.RequestMessage?.RequestUri;
            return from is null || from == address ? address.AbsoluteUri : $"{address.AbsoluteUri} (redirected to {from.AbsoluteUri})";
        }
    }

    private string Status => $"{(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd();

    /// <summary>
    /// The place in the file where the body belongs: what was asked for, or 0, or null if the server cannot send the file from there on, and the whole
    /// file is to be asked for.
    /// </summary>
    /// <param name="now">The time, for a date until which the server asks to wait.</param>
    /// <exception cref="DownloadException">It is not the file, and will not be.</exception>
    /// <exception cref="RetryableException">The server is in trouble now.</exception>
    public long? FindStart(DateTimeOffset now) => response.StatusCode switch
    {
        HttpStatusCode.OK => CheckWhole(),
        HttpStatusCode.PartialContent => CheckRange(),
        HttpStatusCode.RequestedRangeNotSatisfiable => CheckRefusedRange(),
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or (HttpStatusCode)425 or >= HttpStatusCode.InternalServerError =>
            throw new RetryableException($"the server answers {Status}", FindAskedPause(now)),
        >= HttpStatusCode.BadRequest => throw new DownloadException($"{Where}: the server answers {Status}"),
        _ => throw new DownloadException($"{Where}: the server answers {Status}, without the file"),
    };

    private long CheckWhole()
    {
        CheckEncoding();
        CheckLength(response.Content.Headers.ContentLength);
        return 0;
    }

    private long? CheckRange()
    {
        CheckEncoding();
        ContentRangeHeaderValue? range = response.Content.Headers.ContentRange;
        CheckLength(range?.Length);
        if (range?.From == asked && range.To < file.Length)
        {
            return asked;
        }

        // Asked for the whole file, a server that sends some other part will hardly do better the next time.
        return asked > 0 ? null : throw new DownloadException($"{Where}: the server sends another part of the file than the one asked for");
    }

    private long? CheckRefusedRange()
    {
        CheckLength(response.Content.Headers.ContentRange?.Length);
        return asked > 0 ? null : throw new DownloadException($"{Where}: the server answers {Status}, although the whole file was asked for");
    }

    private void CheckEncoding()
    {
        string? other = response.Content.Headers.ContentEncoding.FirstOrDefault(encoding => !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase));
        if (other is not null)
        {
            throw new DownloadException($"{Where}: the server sends the file compressed ({other}), which was not asked for");
        }
    }

    private void CheckLength(long? length)
    {
        if (length is { } found && found != file.Length)
        {
            throw new DownloadException(string.Create(
                CultureInfo.InvariantCulture,
                $"{Where}: the file there has {found:N0} bytes, but {file.FileName} has {file.Length:N0}; it was not fetched"));
        }
    }

    private TimeSpan? FindAskedPause(DateTimeOffset now)
    {
        // A date is meant by the server's own clock.
        RetryConditionHeaderValue? asked = response.Headers.RetryAfter;
        return asked?.Delta ?? asked?.Date - (response.Headers.Date ?? now);
    }
}
