namespace NasBench.Architecture.Tests;

/// <summary>A room uses another.</summary>
/// <param name="From">The room that uses.</param>
/// <param name="To">The room that is used.</param>
/// <param name="File">A file of the first.</param>
/// <param name="Type">A type of the other that this file names.</param>
internal sealed record Arrow(string From, string To, string File, string Type)
{
    /// <inheritdoc/>
    public override string ToString() => $"{From} -> {To} ({File} names {Type})";
}
