namespace NasBench.Comparison;

/// <summary>A row of the table in one build with one instruction set: medians of its runs.</summary>
/// <param name="Name">The row, as the command <c>bench</c> calls it.</param>
/// <param name="Build">JIT, AOT, AOT-v3.</param>
/// <param name="Set">The instruction set, as <see cref="BenchmarkUtilities.InstructionSet"/> calls it.</param>
/// <param name="Nanoseconds">Ours, an item.</param>
/// <param name="Straightforward">How many times faster than the straightforward way.</param>
/// <param name="Floor">How many times slower than the floor.</param>
/// <param name="AllocatedBytes">Allocated by one run.</param>
/// <param name="Spread">From the fastest to the slowest run, as a part of the median; of a single run, that of its rounds.</param>
/// <param name="Runs">Runs of the command.</param>
internal sealed record MeasuredRow(
    string Name, string Build, string Set, double Nanoseconds, double Straightforward, double Floor, long AllocatedBytes, double Spread, int Runs);
