using NasBench.Cli;

using InterruptSignal interrupt = new();
return (int)Application.Run(args, CommandConsole.OfProcess(), interrupt.Token);
