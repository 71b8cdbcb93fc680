using NasBench.Cli.Commands;
using NasBench.Data;

namespace NasBench.Cli.DataSets;

/// <summary>Opens data sets, with progress, and with failures that name the file.</summary>
internal static class DatasetOpener
{
    /// <summary>Loads a whole data set; a damaged one is refused.</summary>
    /// <exception cref="DataFormatException">It is damaged.</exception>
    /// <exception cref="CommandException">It cannot be opened: exit code 3.</exception>
    public static Dataset Open(CommandContext context, DataFile file) => file.IsBuiltin
        ? BuiltinDataset.Create()
        : Guard(file, () => context.WithProgress("Loading", progress => Dataset.Load(file.Path, null, progress, context.Cancellation)));

    /// <summary>Runs something that reads the file; failures to read become exit code 3 and name the file.</summary>
    public static T Guard<T>(DataFile file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw CommandException.Input($"{file.Path}: no such file; expected a TFRecord file, or the word {DataFile.BuiltinName}", failure);
        }
        catch (Exception failure) when (failure is (IOException and not DataFormatException) or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw CommandException.Input($"{file.Path}: cannot be read as a TFRecord file: {failure.Message}", failure);
        }
    }
}
