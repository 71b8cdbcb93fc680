using NasBench.Data;

namespace NasBench.Cli;

/// <summary>Checks a file of any format that is read, told by its content.</summary>
internal static class FileVerifier
{
    /// <summary>Checks a file.</summary>
    /// <exception cref="DataFormatException">It is empty, of no format that is read, or of a newer version of its format.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static VerifyReport Verify(string path, IProgress<double>? progress, CancellationToken cancellation)
    {
        DataFormat format = DataFormats.Recognise(path);
        return format == DataFormats.TfRecord ? TfRecordVerifier.Verify(path, progress, cancellation)
            : format == DataFormats.Compact ? VerifyCompact(path, progress, cancellation)
            : VerifyByLoading(path, progress, cancellation);
    }

    private static VerifyReport VerifyCompact(string path, IProgress<double>? progress, CancellationToken cancellation)
    {
        IReadOnlyList<DataFormatException> faults = CompactFile.Verify(path, TfRecordVerifier.MostFaults, progress, cancellation);
        if (faults.FirstOrDefault(fault => fault.Kind == FaultKind.UnsupportedVersion) is { } newer)
        {
            throw newer;
        }

        if (faults.Any(fault => fault.Kind != FaultKind.NotRepresentative))
        {
            return Report(faults);
        }

        using Dataset data = Dataset.Open(path, null, null, cancellation);
        return Report(data, faults, cancellation);
    }

    /// <summary>Formats whose next record cannot be found after a bad one: the first fault is the only one that can be told.</summary>
    private static VerifyReport VerifyByLoading(string path, IProgress<double>? progress, CancellationToken cancellation)
    {
        try
        {
            using Dataset data = Dataset.Open(path, null, progress, cancellation);
            return Report(data, [], cancellation);
        }
        catch (DataFormatException fault) when (fault.Kind is not (FaultKind.UnknownFormat or FaultKind.EmptyFile))
        {
            return Report([fault]);
        }
    }

    private static VerifyReport Report(IReadOnlyList<DataFormatException> faults) =>
        new(0, faults.Count, [.. faults.Select(ToFault)], [], 0, Provenance.Unknown);

    private static VerifyReport Report(Dataset data, IReadOnlyList<DataFormatException> faults, CancellationToken cancellation)
    {
        RepeatCounter repeats = new();
        foreach (int index in data.Indices)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (int epochs in data.Epochs)
            {
                int count = data.GetRepeatCount(index, epochs);
                if (count > 0)
                {
                    repeats.Add(index, epochs, count);
                }
            }
        }

        Provenance provenance = data.FindProvenance(null, cancellation);
        return new VerifyReport(data.RecordCount, faults.Count, [.. faults.Select(ToFault)], repeats.FindShortages(), data.CellCount, provenance);
    }

    private static Fault ToFault(DataFormatException fault) => new(fault.Record, fault.Offset, fault.Kind, fault.Detail);
}
