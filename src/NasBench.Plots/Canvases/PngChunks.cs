using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace NasBench.Plots;

/// <summary>Adds to a PNG what its encoder leaves out: how large it is in print, and what it shows.</summary>
internal static class PngChunks
{
    private const int SignatureSize = 8;
    private const int LengthSize = 4;
    private const int TypeSize = 4;
    private const int ChecksumSize = 4;
    private const double InchesPerMetre = 1 / 0.0254;

    /// <summary>Writes an image with more chunks behind its header.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="png">The image.</param>
    /// <param name="dpi">Pixels an inch.</param>
    /// <param name="texts">Keywords and texts.</param>
    public static void Write(Stream stream, ReadOnlySpan<byte> png, double dpi, IEnumerable<(string Keyword, string Text)> texts)
    {
        int header = LengthSize + TypeSize + BinaryPrimitives.ReadInt32BigEndian(png[SignatureSize..]) + ChecksumSize;
        stream.Write(png[..(SignatureSize + header)]);
        byte[] size = new byte[9];
        int perMetre = (int)Math.Round(dpi * InchesPerMetre);
        BinaryPrimitives.WriteInt32BigEndian(size, perMetre);
        BinaryPrimitives.WriteInt32BigEndian(size.AsSpan(4), perMetre);
        size[8] = 1;
        WriteChunk(stream, "pHYs", size);
        foreach ((string keyword, string text) in texts)
        {
            // Keyword, then no compression, no language, no translated keyword, then UTF-8.
            WriteChunk(stream, "iTXt", [.. Encoding.ASCII.GetBytes(keyword), 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(text)]);
        }

        stream.Write(png[(SignatureSize + header)..]);
    }

    private static void WriteChunk(Stream stream, string type, ReadOnlySpan<byte> data)
    {
        byte[] chunk = new byte[LengthSize + TypeSize + data.Length + ChecksumSize];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(LengthSize));
        data.CopyTo(chunk.AsSpan(LengthSize + TypeSize));
        BinaryPrimitives.WriteUInt32BigEndian(
            chunk.AsSpan(chunk.Length - ChecksumSize), Crc32.HashToUInt32(chunk.AsSpan(LengthSize, TypeSize + data.Length)));
        stream.Write(chunk);
    }
}
