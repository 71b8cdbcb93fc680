using System.CommandLine;
using System.Globalization;

namespace NasBench.Cli;

/// <summary><c>download</c>: an official file.</summary>
internal sealed class DownloadCommand : NasBenchCommand
{
    private readonly Argument<string> _name = new("NAME") { Description = "only108 or full.", HelpName = "only108|full" };
    private readonly Option<string> _folder = new("--to") { Description = "The folder to put the file into.", HelpName = "DIR" };
    private readonly Option<string> _address = new("--url") { Description = "Another place to fetch the same file from.", HelpName = "URL" };

    /// <summary>Declares the options.</summary>
    public DownloadCommand()
        : base("download", CommandGroup.Data, "Fetch an official data file.")
    {
        _name.CompletionSources.Add([.. OfficialFile.All.Select(file => file.Name)]);
        Arguments.Add(_name);
        Options.Add(_folder);
        Options.Add(_address);
    }

    /// <inheritdoc/>
    public override string Details =>
        """
        only108 has 523 MB (499 MiB), full has 2.09 GB (1.94 GiB). Without --to the file goes to the user's data folder, where commands without FILE look for
        it.

        The SHA-256 is checked while the file comes, and a wrong file is not kept. A download that ends early leaves what came in FILE.part; the same command
        continues from there.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "nasbench download only108",
        "nasbench download full --to data",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        OfficialFile file = OfficialFile.All.FirstOrDefault(file => file.Name == context.Get(_name))
            ?? throw CommandException.Usage($"'{context.Get(_name)}' is not an official file; expected only108 or full");
        Uri address = FindAddress(context, file);
        string folder = context.Get(_folder) ?? context.Console.DataFolder;
        string path = Path.Combine(folder, file.FileName);
        long bytes = Guard(path, () => IsThere(context, path, file) ? new FileInfo(path).Length : Fetch(context, address, folder, path, file));
        Summary.Write(context, new("path", path), new("bytes", bytes), new("sha256", file.Sha256));
        context.Tell($"to make the compact file that opens at once: nasbench convert {Quote(path)} {Quote(Path.ChangeExtension(path, ".nasb"))}");
        return ExitCode.Done;
    }

    private Uri FindAddress(CommandContext context, OfficialFile file)
    {
        string? given = context.Get(_address);
        return given is null ? file.Address
            : Uri.TryCreate(given, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? address
            : throw CommandException.Usage($"--url: '{given}' is not an address that begins with http:// or https://");
    }

    /// <summary>A file that is there already, and right, is not fetched again.</summary>
    private static bool IsThere(CommandContext context, string path, OfficialFile file) =>
        new FileInfo(path) is { Exists: true } there && there.Length == file.Length && FileProvenance.ComputeSha256(context, new DataFile(path)) == file.Sha256;

    private static long Fetch(CommandContext context, Uri address, string folder, string path, OfficialFile file)
    {
        Directory.CreateDirectory(folder);
        if (Directory.Exists(path))
        {
            throw new IOException("it is a folder");
        }

        using HttpClient client = Downloader.CreateClient();
        try
        {
            return DownloadBar.Run(context.Console, context.Quiet, $"Fetching {file.Name}", file.Length, (progress, console) =>
            {
                Downloader downloader = new(client, new DownloadOptions(), (context with { Console = console }).Warn);
                return downloader.FetchAsync(address, path, file, progress, context.Cancellation).GetAwaiter().GetResult();
            });
        }
        catch (OperationCanceledException)
        {
            FileInfo part = new(PartialFile.NameOf(path));
            if (part.Exists)
            {
                string bytes = part.Length.ToString("N0", CultureInfo.InvariantCulture);
                context.Tell($"interrupted; the same command continues the download after the {bytes} bytes that came");
            }

            throw;
        }
    }

    private static long Guard(string path, Func<long> fetch)
    {
        try
        {
            return fetch();
        }
        catch (DownloadException failure)
        {
            throw CommandException.Output(failure.Message, failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw CommandException.Output($"{path}: cannot be written: {failure.Message}", failure);
        }
    }

    private static string Quote(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"'{path}'" : path;
}
