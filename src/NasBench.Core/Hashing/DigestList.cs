namespace NasBench;

/// <summary>The last message of a module hash: what Python prints for the sorted list of digests, ['aa...', 'bb...'].</summary>
internal static class DigestList
{
    private const int Hex = ModuleHash.TextLength;

    /// <summary>Writes the list.</summary>
    /// <param name="order">The vertices by ascending digest.</param>
    /// <param name="texts">The hexadecimal digests, vertex after vertex.</param>
    /// <param name="message">Receives 36 bytes for each vertex.</param>
    /// <returns>The length.</returns>
    public static int Write(ReadOnlySpan<byte> order, ReadOnlySpan<byte> texts, Span<byte> message)
    {
        int length = 0;
        foreach (byte vertex in order)
        {
            ReadOnlySpan<byte> opening = length == 0 ? "['"u8 : ", '"u8;
            opening.CopyTo(message[length..]);
            length += opening.Length;
            texts.Slice(vertex * Hex, Hex).CopyTo(message[length..]);
            length += Hex;
            message[length++] = (byte)'\'';
        }

        message[length++] = (byte)']';
        return length;
    }
}
