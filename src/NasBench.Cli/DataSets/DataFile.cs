using NasBench.Data;

namespace NasBench.Cli;

/// <summary>The data set that a command works on: a file, or the built-in one.</summary>
/// <param name="name">The file as the user named it, or <see cref="BuiltinName"/>.</param>
internal sealed class DataFile(string name)
{
    /// <summary>The word that names the built-in data set.</summary>
    public const string BuiltinName = "builtin";

    /// <summary>The name of the compact file's format, as <c>info</c> shows it.</summary>
    public const string CompactFormatName = "nasb";

    /// <summary>The environment variable that names a data set.</summary>
    public const string Variable = "NASBENCH_DATA";

    /// <summary>What is looked for in a folder, best first.</summary>
    private static readonly string[] FileNames = ["nasbench_full.nasb", "nasbench_full.tfrecord", "nasbench_only108.nasb", "nasbench_only108.tfrecord"];

    /// <summary>The file as the user named it, or <see cref="BuiltinName"/>: for messages.</summary>
    public string Name { get; } = name;

    /// <summary>The file to read: the named one, or, after <see cref="Settle"/>, the copy of a pipe.</summary>
    public string Path { get; private set; } = name;

    /// <summary>Whether it is the built-in data set.</summary>
    public bool IsBuiltin => Name == BuiltinName;

    /// <summary>The name of the file's format, as <c>info</c> shows it.</summary>
    public string FindFormatName()
    {
        DataFormat? format = IsBuiltin ? null : DataFormats.Recognise(Path);
        return format is null ? BuiltinName
            : format == DataFormats.Compact ? CompactFormatName
            : format == DataFormats.NasBenchRs ? "nasbench-rs"
            : "tfrecord";
    }

    /// <summary>
    /// Copies a pipe, a socket or a device to a temporary file, which goes when the command ends, so that it can be read more than once. Refuses what cannot be
    /// a data file. Commands call it before they read; further calls change nothing.
    /// </summary>
    /// <exception cref="CommandException">It cannot be read: exit code 3; the copy cannot be written: exit code 4.</exception>
    public void Settle(CommandContext context)
    {
        if (IsBuiltin || Path != Name)
        {
            return;
        }

        if (Descriptors.TryParse(Name, out int descriptor) && !Descriptors.IsInherited(descriptor))
        {
            throw CommandException.Input($"{Name}: cannot be read: it is closed");
        }

        FileKind kind = FileKinds.Of(Name);
        if (kind == FileKind.Folder)
        {
            throw CommandException.Input($"{Name}: is a folder; expected a TFRecord, .nasb or .bin file, or the word {BuiltinName}");
        }

        if (kind.IsStream())
        {
            SpooledFile copy = DatasetOpener.Guard(this, () => SpooledFile.Copy(Name, context.Cancellation));
            context.Console.Belongings.Add(copy);
            Path = copy.Path;
        }
    }

    /// <summary>
    /// Finds the data set: the argument, else <c>$NASBENCH_DATA</c> (a file, a folder or <c>builtin</c>), else the user's
    /// data folder. Never the built-in one unasked.
    /// </summary>
    /// <exception cref="CommandException">None is named or found: exit code 2; the variable names a folder without one: exit code 3.</exception>
    public static DataFile Find(CommandContext context, string? argument)
    {
        GivenName.Require("FILE", argument);
        if (argument is not null)
        {
            return new DataFile(argument);
        }

        string? variable = context.Console.GetVariable(Variable);
        if (!string.IsNullOrEmpty(variable))
        {
            return Use(context, Directory.Exists(variable) ? FindIn(variable) ?? throw None(variable) : variable);
        }

        string folder = context.Console.DataFolder;
        return FindIn(folder) is { } found
            ? Use(context, found)
            : throw CommandException.Usage(
                $"no data set: name a FILE or set {Variable}; the word {BuiltinName} is the built-in data set (mostly made-up values), "
                + $"'nasbench download' fetches the measured one (looked in {folder})");
    }

    /// <summary>Tells which data set is used where the command line does not say.</summary>
    private static DataFile Use(CommandContext context, string path)
    {
        context.Tell($"using {path}");
        return new DataFile(path);
    }

    private static CommandException None(string folder) =>
        CommandException.Input($"{Variable}: no data set in the folder {folder}; expected one of {string.Join(", ", FileNames)}");

    private static string? FindIn(string folder) => FileNames.Select(name => System.IO.Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
