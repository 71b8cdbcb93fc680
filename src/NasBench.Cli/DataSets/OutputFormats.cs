using NasBench.Data;
#if !NATIVE_BUILD
using NasBench.Export;
#endif

namespace NasBench.Cli;

/// <summary>The formats that <c>convert</c> writes.</summary>
internal static class OutputFormats
{
    /// <summary>All of them. Native builds leave out the libraries of NasBench.Export; they know its formats by name and refuse them.</summary>
    public static IReadOnlyList<DataFormat> All { get; } =
#if NATIVE_BUILD
        DataFormats.All;
#else
        ExportFormats.All;
#endif

    /// <summary>The format of a name, or else of the ending of a file.</summary>
    /// <exception cref="CommandException">There is none, or this build cannot write it: exit code 2.</exception>
    public static DataFormat Find(string? name, string path)
    {
        string endings = string.Join(", ", All.Where(format => format.Ending.Length > 0).Select(format => format.Ending));
        DataFormat known = (name is null ? DataFormats.FindByEnding(path) : DataFormats.FindByName(name))
            ?? throw CommandException.Usage($"{path}: no format has this ending; expected a name that ends in {endings}, or --format");
        DataFormat format = All.First(format => format == known);
        return format.CanWrite ? format : throw CommandException.Usage($"the format {format.Name} is not in this build; the .NET tool nasbench has it");
    }
}
