using NasBench.Data;

namespace NasBench.Cli;

/// <summary>Where the values of a whole file come from, and its SHA-256 where that had to be computed.</summary>
/// <param name="Provenance">Where the values come from.</param>
/// <param name="Sha256">64 hexadecimal digits, or null.</param>
internal sealed record FileProvenance(Provenance Provenance, string? Sha256)
{
    private const int Repeats = 3;

    /// <summary>Finds out: by the values, then by the SHA-256, which is computed only where it is asked for or can matter.</summary>
    public static FileProvenance Find(CommandContext context, DataFile file, Dataset data, bool wantsSha256)
    {
        if (file.IsBuiltin || data.Provenance != Provenance.Unknown)
        {
            // Decided when the file was converted.
            return new FileProvenance(data.Provenance, wantsSha256 && !file.IsBuiltin ? ComputeSha256(context, file) : null);
        }

        Provenance byValues = context.WithProgress("Comparing with the formula", progress => data.FindProvenance(progress, context.Cancellation));
        if (!wantsSha256 && (byValues != Provenance.Unknown || !HasOfficialSize(data) || !MayBeOfficial(file)))
        {
            return new FileProvenance(byValues, null);
        }

        string sha256 = ComputeSha256(context, file);
        return new FileProvenance(byValues == Provenance.Unknown ? OfficialFiles.GetProvenance(sha256) : byValues, sha256);
    }

    /// <summary>Whether a file can be one of the official ones, which are TFRecord files: no other needs hashing to find out.</summary>
    public static bool MayBeOfficial(DataFile file) => DatasetOpener.Guard(file, () => DataFormats.Recognise(file.Path) == DataFormats.TfRecord);

    /// <summary>The SHA-256 of a file.</summary>
    public static string ComputeSha256(CommandContext context, DataFile file) =>
        DatasetOpener.Guard(
            file, () => context.WithProgress("SHA-256", progress => OfficialFiles.ComputeSha256(file.Path, progress, context.Cancellation)));

    private static bool HasOfficialSize(Dataset data) =>
        data.CellCount == Space<Nas101>.Count && data.RecordCount == (long)data.CellCount * data.Epochs.Length * Repeats && data.Epochs.Length is 1 or 4;
}
