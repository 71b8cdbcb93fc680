using System.CommandLine;
using System.Reflection;
using NasBench.BenchmarkUtilities;
using NasBench.Comparison;

RootCommand commands = new(
    "Ours beside the straightforward way, library peers and the floor. Without one of these commands: BenchmarkDotNet, preceded by 'short' and --sets.")
{
    new MeasureCommand(), new ProcessesCommand(), new PeerCommand(), new WriteCommand(), new ResultsCommand(),
};
if (!commands.Subcommands.Any(command => args.Length > 0 && command.Name == args[0]))
{
    return BenchmarkProgram.Run(Assembly.GetExecutingAssembly(), args);
}

try
{
    return commands.Parse(args).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception failure) when (failure is InvalidOperationException or InvalidDataException or IOException or FormatException)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
