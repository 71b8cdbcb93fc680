using System.CommandLine;

namespace NasBench.Cli;

/// <summary><c>FILE</c>: which data set.</summary>
internal static class DataFileArgument
{
    /// <summary>Makes the argument.</summary>
    public static Argument<string> Create()
    {
        Argument<string> argument = new("FILE")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description =
                "The data set: a TFRecord, .nasb or nasbench-rs .bin file, recognised by its content, or 'builtin' (the published runs, measured; "
                + "the rest of the space made up). Without FILE: $NASBENCH_DATA (a file, a folder or builtin), then the user's data folder.",
        };
        argument.CompletionSources.Add(DataFile.BuiltinName);
        return argument;
    }

    /// <summary>Makes the option <c>--no-verify</c>.</summary>
    public static Option<bool> CreateNoVerify() =>
        new("--no-verify") { Description = "Do not compare the checksums of a compact file (.nasb), which reads all of it." };
}
