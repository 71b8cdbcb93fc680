namespace NasBench;

/// <summary>
/// A piece of a drawn edge: straight down past a vertex, or a curve that begins and ends vertically, whose control points lie at half of its height above and
/// below its ends.
/// </summary>
/// <param name="FromX">Where it begins.</param>
/// <param name="FromY">Where it begins, downwards.</param>
/// <param name="ToX">Where it ends.</param>
/// <param name="ToY">Where it ends, downwards.</param>
/// <param name="IsStraight">Whether it is straight.</param>
internal readonly record struct EdgeStep(double FromX, double FromY, double ToX, double ToY, bool IsStraight);
