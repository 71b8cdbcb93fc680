using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace NasBench.Cli;

/// <summary>
/// Asks for a file and follows redirects. <see cref="HttpClient"/> could follow them itself, but it tells nothing of those that it does not follow:
/// the redirect would look like an answer.
/// </summary>
/// <param name="client">Makes the requests; it must not follow redirects itself.</param>
/// <param name="most">How many redirects are followed.</param>
internal sealed class RedirectFollower(HttpClient client, int most)
{
    /// <summary>Asks for a file.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="start">The first byte that is wanted; 0 asks for the whole file, without a range.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>An answer that is no redirect, its body not read yet.</returns>
    /// <exception cref="DownloadException">The redirects lead nowhere.</exception>
    /// <exception cref="HttpRequestException">The network failed.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public async Task<HttpResponseMessage> SendAsync(Uri address, long start, CancellationToken cancellation)
    {
        HashSet<string> seen = [];
        for (Uri current = address; ;)
        {
            HttpResponseMessage response = await SendOnceAsync(address, current, start, cancellation).ConfigureAwait(false);
            if (!IsRedirect(response.StatusCode))
            {
                return response;
            }

            using (response)
            {
                seen.Add(current.AbsoluteUri);
                current = FindTarget(address, current, response);
            }

            if (seen.Contains(current.AbsoluteUri))
            {
                throw new DownloadException($"{address.AbsoluteUri}: the server redirects in a circle, back to {current.AbsoluteUri}");
            }

            if (seen.Count > most)
            {
                throw new DownloadException($"{address.AbsoluteUri}: the server redirects more than {most} times");
            }
        }
    }

    private static bool IsRedirect(HttpStatusCode status) =>
        status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private static Uri FindTarget(Uri address, Uri current, HttpResponseMessage response)
    {
        string server = $"{address.AbsoluteUri}: the server redirects";

        // The parsed header is null for an absent one and for one that is no address; these are told apart here.
        string location = response.Headers.NonValidated.TryGetValues("Location", out HeaderStringValues values) ? values.ToString().Trim() : "";
        if (location.Length == 0)
        {
            throw new DownloadException($"{server} ({(int)response.StatusCode} {response.ReasonPhrase}) without saying where to");
        }

        if (!Uri.TryCreate(current, location, out Uri? target))
        {
            throw new DownloadException($"{server} to '{location}', which is not an address");
        }

        if (target.Scheme is not ("http" or "https"))
        {
            throw new DownloadException($"{server} to '{location}'; only http:// and https:// are followed");
        }

        return current.Scheme == "https" && target.Scheme == "http"
            ? throw new DownloadException($"{server} from https:// to '{location}', which is not encrypted; this is not followed")
            : target;
    }

    private async Task<HttpResponseMessage> SendOnceAsync(Uri address, Uri current, long start, CancellationToken cancellation)
    {
        try
        {
            using HttpRequestMessage request = new(HttpMethod.Get, current);
            request.Headers.AcceptEncoding.ParseAdd("identity");
            request.Headers.Range = start > 0 ? new RangeHeaderValue(start, null) : null;
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
        }
        catch (Exception failure) when (IsOfTheAddress(failure))
        {
            // The address has the form of one, but nothing can be reached under it.
            string cause = current == address
                ? "nothing can be reached there"
                : $"the server redirects to '{current.OriginalString}', where nothing can be reached";
            throw new DownloadException($"{address.OriginalString}: {cause}: {failure.Message}", failure);
        }
    }

    private static bool IsOfTheAddress(Exception failure) =>
        failure is UriFormatException or ArgumentException or InvalidOperationException or NotSupportedException or SocketException;
}
