namespace NasBench.Plots;

/// <summary>What a file says of its picture beside showing it.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Description">The notes, and where the values come from.</param>
internal sealed record PictureFacts(string Title, string Description);
