namespace NasBench.Plots;

/// <summary>A figure cannot be drawn from what it was given. The message is one line that says why.</summary>
public sealed class FigureException : Exception
{
    /// <summary>Says that a figure cannot be drawn.</summary>
    public FigureException()
    {
    }

    /// <summary>Says why.</summary>
    /// <param name="message">Why; one line.</param>
    public FigureException(string message)
        : base(message)
    {
    }

    /// <summary>Says why.</summary>
    /// <param name="message">Why; one line.</param>
    /// <param name="innerException">The cause.</param>
    public FigureException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
