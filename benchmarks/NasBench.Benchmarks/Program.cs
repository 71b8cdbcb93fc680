using System.Reflection;
using NasBench.BenchmarkUtilities;

return BenchmarkProgram.Run(Assembly.GetExecutingAssembly(), args);
