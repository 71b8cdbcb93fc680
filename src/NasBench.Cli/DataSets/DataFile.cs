namespace NasBench.Cli;

/// <summary>The data set that a command works on: a file, or the built-in one.</summary>
/// <param name="Path">The file, or <see cref="BuiltinName"/>.</param>
internal sealed record DataFile(string Path)
{
    /// <summary>The word that names the built-in data set.</summary>
    public const string BuiltinName = "builtin";

    /// <summary>The environment variable that names a data set.</summary>
    public const string Variable = "NASBENCH_DATA";

    /// <summary>What is looked for in a folder, best first.</summary>
    private static readonly string[] FileNames = ["nasbench_full.nasb", "nasbench_full.tfrecord", "nasbench_only108.nasb", "nasbench_only108.tfrecord"];

    /// <summary>Whether it is the built-in data set.</summary>
    public bool IsBuiltin => Path == BuiltinName;

    /// <summary>
    /// Finds the data set: the argument, else <c>$NASBENCH_DATA</c> (a file, a folder or <c>builtin</c>), else the user's
    /// data folder. Never the built-in one unasked.
    /// </summary>
    /// <exception cref="CommandException">None is named or found: exit code 2; the variable names a folder without one: exit code 3.</exception>
    public static DataFile Find(CommandContext context, string? argument)
    {
        if (!string.IsNullOrEmpty(argument))
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
