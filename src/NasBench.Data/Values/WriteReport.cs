namespace NasBench.Data;

/// <summary>What was written.</summary>
/// <param name="Records">The number of records.</param>
/// <param name="Bytes">The number of bytes: the length of the file, or of all files of a folder.</param>
public readonly record struct WriteReport(long Records, long Bytes);
