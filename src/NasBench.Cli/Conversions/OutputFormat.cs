namespace NasBench.Cli.Conversions;

/// <summary>A format that <c>convert</c> writes.</summary>
/// <param name="Name">Its name for <c>--format</c>.</param>
/// <param name="Ending">What a file of it ends in; empty for a format that is a folder.</param>
/// <param name="Write">Writes a file, whole or not at all, and tells its length.</param>
internal sealed record OutputFormat(string Name, string Ending, OutputFormat.Writer Write)
{
    /// <summary>Writes a file.</summary>
    public delegate long Writer(ConversionInput input, string path, IProgress<double>? progress, CancellationToken cancellation);
}
