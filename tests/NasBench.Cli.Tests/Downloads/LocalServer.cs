using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NasBench.Cli.Tests.Downloads;

/// <summary>
/// A server on 127.0.0.1 that answers each request as a test says: a few lines of HTTP over a socket, so that it can break off where no well-behaved
/// server would.
/// </summary>
internal sealed class LocalServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly Func<int, long?, Answer> _answer;

    /// <param name="answer">What to answer: from the number of the request and the start of the range that it asks for.</param>
    public LocalServer(Func<int, long?, Answer> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/file"));

    /// <summary>The starts of the ranges that were asked for, request by request.</summary>
    public List<long?> Requests { get; } = [];

    public void Dispose()
    {
        _ended.Cancel();
        _listener.Dispose();
        _ended.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using Socket socket = await _listener.AcceptSocketAsync(_ended.Token);
                await AnswerAsync(socket);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is done.
        }
    }

    private async Task AnswerAsync(Socket socket)
    {
        long? start = await ReadRangeAsync(socket);
        Requests.Add(start);
        Answer answer = _answer(Requests.Count - 1, start);
        string headers = string.Concat(answer.Headers.Select(header => header + "\r\n"));
        await socket.SendAsync(Encoding.Latin1.GetBytes($"HTTP/1.1 {answer.Status}\r\n{headers}Connection: close\r\n\r\n"));
        await socket.SendAsync(answer.Body);
        if (answer.Stalls)
        {
            await Task.Delay(TimeSpan.FromSeconds(5), _ended.Token);
        }

        if (answer.Resets)
        {
            socket.LingerState = new LingerOption(true, 0);
        }
    }

    private static async Task<long?> ReadRangeAsync(Socket socket)
    {
        StringBuilder request = new();
        byte[] buffer = new byte[4096];
        while (!request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            int read = await socket.ReceiveAsync(buffer);
            if (read == 0)
            {
                return null;
            }

            request.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }

        const string Range = "Range: bytes=";
        string? line = request.ToString().Split("\r\n").FirstOrDefault(line => line.StartsWith(Range, StringComparison.OrdinalIgnoreCase));
        return line is null ? null : long.Parse(line.AsSpan(Range.Length).TrimEnd('-'), CultureInfo.InvariantCulture);
    }

    /// <summary>What a request is answered with.</summary>
    internal sealed record Answer(string Status, string[] Headers, byte[] Body)
    {
        /// <summary>Whether nothing more comes, and the connection stays.</summary>
        public bool Stalls { get; init; }

        /// <summary>Whether the connection is torn down instead of closed.</summary>
        public bool Resets { get; init; }

        /// <summary>A file from some start on, cut off after some bytes if wanted.</summary>
        public static Answer Of(byte[] file, long? start, int? cut = null)
        {
            byte[] rest = file[(int)(start ?? 0)..];
            string[] headers = start is null
                ? [$"Content-Length: {rest.Length}"]
                : [$"Content-Length: {rest.Length}", $"Content-Range: bytes {start}-{file.Length - 1}/{file.Length}"];
            return new Answer(start is null ? "200 OK" : "206 Partial Content", headers, cut is { } length && length < rest.Length ? rest[..length] : rest);
        }
    }
}
