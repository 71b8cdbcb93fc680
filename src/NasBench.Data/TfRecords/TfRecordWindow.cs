using System.Runtime.CompilerServices;

namespace NasBench.Data;

/// <summary>The part of a file that can be looked at, moved forward on demand.</summary>
internal abstract class TfRecordWindow(string path) : IDisposable
{
    /// <summary>The file.</summary>
    internal string Path { get; } = path;

    /// <summary>Length of the file in bytes: as it was when opened, or less where a read met the end earlier.</summary>
    internal long Length { get; private protected set; }

    /// <summary>Opens a window on a file that is not empty.</summary>
    internal static TfRecordWindow Open(string path, TfRecordSource source) => source switch
    {
        TfRecordSource.Buffered => new BufferedWindow(path),
        TfRecordSource.Mapped => new MappedWindow(path),
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
    };

    /// <summary>Gives bytes of the file in place. They stay where they are until the next call.</summary>
    /// <param name="offset">At or behind the offset of the call before.</param>
    /// <param name="count">How many bytes.</param>
    /// <param name="bytes">Exactly <paramref name="count"/> bytes, or none.</param>
    /// <returns>False if the file ends first.</returns>
    internal abstract bool TryGet(long offset, int count, out ReadOnlySpan<byte> bytes);

    /// <summary>Copies bytes of the file, wherever in it. Thread-safe, and independent of <see cref="TryGet"/>.</summary>
    /// <returns>The number of bytes copied; 0 only where the file ends.</returns>
    internal abstract int Read(long offset, Span<byte> destination);

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>The exception for an empty file.</summary>
    private protected static DataFormatException EmptyFile(string path) =>
        new(path, 0, 0, FaultKind.EmptyFile, "no records: the file is empty, expected a TFRecord file");
}
