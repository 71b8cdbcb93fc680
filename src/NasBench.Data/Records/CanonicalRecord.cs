namespace NasBench.Data;

/// <summary>The short way through a record that is laid out byte for byte as the original wrote it.</summary>
internal static class CanonicalRecord
{
    /// <summary>Decodes a record of the usual layout.</summary>
    /// <returns>False if the data are laid out in any other way, which says nothing about whether they are a record.</returns>
    internal static bool TryDecode(ReadOnlySpan<byte> data, out NasRecord record)
    {
        record = default;
        return false;
    }
}
