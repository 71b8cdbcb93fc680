using NasBench.Cli;

using IDisposable? fileSize = FileSizeSignal.Catch();
using InterruptSignal interrupt = new();
return (int)Application.Run(args, CommandConsole.OfProcess(), interrupt.Token);
