using NasBench.Data;

namespace NasBench.Cli;

/// <summary>Opens data sets, with progress, and with failures that name the file.</summary>
internal static class DatasetOpener
{
    /// <summary>Opens or loads a whole data set of any format that is read; a damaged one is refused.</summary>
    /// <param name="context">The running command.</param>
    /// <param name="file">The data set.</param>
    /// <param name="verifies">Whether the checksums of a compact file are compared, too; files of other formats are always checked whole.</param>
    /// <exception cref="DataFormatException">It is damaged.</exception>
    /// <exception cref="CommandException">It cannot be opened: exit code 3.</exception>
    public static Dataset Open(CommandContext context, DataFile file, bool verifies = true)
    {
        if (file.IsBuiltin)
        {
            return BuiltinDataset.Create();
        }

        file.Settle(context);
        OpenOptions options = new() { VerifiesChecksums = verifies, MaxThreads = Environment.ProcessorCount };
        return Guard(file, () => context.WithProgress("Loading", progress => Dataset.Open(file.Path, options, progress, context.Cancellation)));
    }

    /// <summary>Runs something that reads the file; failures to read become exit code 3 and name the file.</summary>
    public static T Guard<T>(DataFile file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure) when (FileHandles.IsMissingLibrary(failure) && FileHandles.AreExhausted())
        {
            throw CommandException.Input(FileHandles.Message, failure);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw CommandException.Input($"{file.Name}: no such file; expected a TFRecord, .nasb or .bin file, or the word {DataFile.BuiltinName}", failure);
        }
        catch (DataFormatException damage) when (file.Path != file.Name && damage.Path == file.Path)
        {
            throw new DataFormatException(file.Name, damage.Record, damage.Offset, damage.Kind, damage.Detail);
        }
        catch (UnauthorizedAccessException failure) when (Directory.Exists(file.Path))
        {
            throw CommandException.Input($"{file.Name}: is a folder; expected a TFRecord, .nasb or .bin file, or the word {DataFile.BuiltinName}", failure);
        }
        catch (Exception failure) when (
            failure is (IOException and not DataFormatException) or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw CommandException.Input($"{file.Name}: cannot be read as a data file: {failure.Message}", failure);
        }
    }
}
