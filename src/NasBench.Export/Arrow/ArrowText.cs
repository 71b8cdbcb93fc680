using Apache.Arrow;

namespace NasBench.Export;

/// <summary>A column of ASCII text, laid out as an Arrow file holds it: where each text starts, and all texts one after the other.</summary>
/// <param name="capacity">The most texts.</param>
/// <param name="length">The longest text.</param>
internal sealed class ArrowText(int capacity, int length)
{
    private readonly ArrowNumbers<int> _starts = new(capacity + 1);
    private readonly byte[] _bytes = new byte[checked(capacity * length)];
    private int _used;

    public void Clear()
    {
        _used = 0;
        _starts.Clear();
        _starts.Add(0);
    }

    public void Add(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_bytes.AsSpan(_used));
        _used += text.Length;
        _starts.Add(_used);
    }

    /// <summary>The column, which uses the memory of this object.</summary>
    public StringArray ToArray() => new(_starts.Count - 1, _starts.Values, new ArrowBuffer(_bytes.AsMemory(0, _used)), ArrowBuffer.Empty);
}
