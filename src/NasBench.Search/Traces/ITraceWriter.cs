namespace NasBench.Search;

/// <summary>Writes the rows of runs into a file, run after run.</summary>
public interface ITraceWriter
{
    /// <summary>Writes the rows of one run.</summary>
    /// <param name="algorithm">The algorithm's name in the results.</param>
    /// <param name="run">The number of the run.</param>
    /// <param name="rows">Its rows, in order.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    void Write(string algorithm, int run, IEnumerable<TraceRow> rows);

    /// <summary>Ends the file. Nothing can be written after it.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    void Complete();
}
