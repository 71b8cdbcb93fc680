using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace NasBench.Bench;

/// <summary>
/// Loads a TFRecord file with the libraries at hand: <see cref="JsonDocument"/>, <see cref="Convert.FromBase64String"/>, a protobuf reader, a dictionary.
/// </summary>
public static class StraightforwardLoader
{
    private const int HeaderSize = 12;
    private const int FooterSize = 4;
    private const int BufferSize = 1 << 20;

    /// <summary>Loads records from the start of the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxRecords">Records to load at most.</param>
    /// <param name="decode">Reads the protobuf message.</param>
    /// <param name="table">Receives what is read.</param>
    /// <returns>The number of records loaded.</returns>
    public static int Load(string path, int maxRecords, Func<byte[], StraightforwardMessage> decode, StraightforwardTable table)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.SequentialScan);
        var header = new byte[HeaderSize];
        byte[] data = [];
        int count = 0;
        for (; count < maxRecords && file.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) > 0; count++)
        {
            CheckCrc(header.AsSpan(0, sizeof(ulong)), header.AsSpan(sizeof(ulong)));
            int length = checked((int)BinaryPrimitives.ReadUInt64LittleEndian(header));
            if (data.Length < length + FooterSize)
            {
                data = new byte[length + FooterSize];
            }

            file.ReadExactly(data, 0, length + FooterSize);
            CheckCrc(data.AsSpan(0, length), data.AsSpan(length));
            AddRecord(data.AsMemory(0, length), decode, table);
        }

        return count;
    }

    private static void AddRecord(ReadOnlyMemory<byte> data, Func<byte[], StraightforwardMessage> decode, StraightforwardTable table)
    {
        using JsonDocument json = JsonDocument.Parse(data);
        JsonElement row = json.RootElement;
        UInt128 hash = UInt128.Parse(row[0].GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        StraightforwardMessage message = decode(Convert.FromBase64String(row[4].GetString()!));
        ref StraightforwardEntry? entry = ref CollectionsMarshal.GetValueRefOrAddDefault(table.Entries, hash, out _);
        entry ??= new StraightforwardEntry(row[2].GetString()!, row[3].GetString()!, message.Parameters);
        entry.Add(row[1].GetInt32(), new StraightforwardRun(message.Halfway, message.Final));
    }

    private static void CheckCrc(ReadOnlySpan<byte> data, ReadOnlySpan<byte> stored)
    {
        uint crc = uint.MaxValue;
        foreach (ulong word in MemoryMarshal.Cast<byte, ulong>(data))
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        foreach (byte rest in data[(data.Length & ~7)..])
        {
            crc = BitOperations.Crc32C(crc, rest);
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(stored) != BitOperations.RotateRight(~crc, 15) + 0xa282ead8)
        {
            throw new InvalidDataException("bad checksum");
        }
    }
}
