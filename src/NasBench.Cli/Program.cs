using NasBench.Cli;
using NasBench.Cli.Consoles;

using IDisposable? fileSize = FileSizeSignal.Catch();
using InterruptSignal interrupt = new();
return (int)Application.Run(args, CommandConsole.OfProcess(), interrupt.Token);
