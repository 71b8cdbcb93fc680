// Draws icon.png, the picture of the packages: a small cell in the colours of `nasbench draw`.
// To draw it again, run in this folder: dotnet run icon.cs
#:package System.IO.Hashing
using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

const int Size = 128;
const int SamplesPerAxis = 4;          // each pixel is the mean of 16 samples, which makes edges smooth
const double Corner = 24, Radius = 14, LineWidth = 5;
const uint Background = 0xf3f6fa, Line = 0x7a828c;

(double X, double Y, uint Colour)[] vertices =
[
    (64, 22, 0x4b5563),                // input
    (28, 58, 0x1d63b8),                // conv3x3-bn-relu
    (100, 58, 0xb45309),               // maxpool3x3
    (64, 70, 0x0f766e),                // conv1x1-bn-relu
    (64, 108, 0x4b5563),               // output
];
(int From, int To)[] edges = [(0, 1), (0, 2), (0, 3), (1, 3), (2, 4), (3, 4), (1, 4)];

byte[] rows = new byte[Size * (1 + (Size * 4))];
for (int y = 0; y < Size; y++)
{
    for (int x = 0; x < Size; x++)
    {
        Pixel(x, y).CopyTo(rows.AsSpan((y * (1 + (Size * 4))) + 1 + (x * 4)));
    }
}

using FileStream file = File.Create("icon.png");
file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a]);
byte[] header = [0, 0, 0, Size, 0, 0, 0, Size, 8, 6, 0, 0, 0];       // eight bits for each of red, green, blue, alpha
WriteChunk("IHDR", header);
using (MemoryStream packed = new())
{
    using (ZLibStream stream = new(packed, CompressionLevel.SmallestSize, leaveOpen: true))
    {
        stream.Write(rows);
    }

    WriteChunk("IDAT", packed.ToArray());
}

WriteChunk("IEND", []);

byte[] Pixel(int x, int y)
{
    const int Samples = SamplesPerAxis * SamplesPerAxis;
    int red = 0, green = 0, blue = 0, covered = 0;
    for (int sample = 0; sample < Samples; sample++)
    {
        double across = x + (((sample % SamplesPerAxis) + 0.5) / SamplesPerAxis);
        double down = y + (((sample / SamplesPerAxis) + 0.5) / SamplesPerAxis);
        if (ColourAt(across, down) is { } colour)
        {
            red += (int)(colour >> 16);
            green += (int)((colour >> 8) & 0xff);
            blue += (int)(colour & 0xff);
            covered++;
        }
    }

    return covered == 0 ? [0, 0, 0, 0] : [(byte)(red / covered), (byte)(green / covered), (byte)(blue / covered), (byte)(covered * 255 / Samples)];
}

// What lies on top at a point; null outside the rounded square.
uint? ColourAt(double x, double y)
{
    foreach ((double X, double Y, uint Colour) vertex in vertices)
    {
        if (double.Hypot(x - vertex.X, y - vertex.Y) <= Radius)
        {
            return vertex.Colour;
        }
    }

    foreach ((int from, int to) in edges)
    {
        if (DistanceToLine(x, y, from, to) <= LineWidth / 2)
        {
            return Line;
        }
    }

    double beyondX = double.Max(double.Abs(x - (Size / 2)) - (Size / 2) + Corner, 0);
    double beyondY = double.Max(double.Abs(y - (Size / 2)) - (Size / 2) + Corner, 0);
    return double.Hypot(beyondX, beyondY) <= Corner ? Background : null;
}

double DistanceToLine(double x, double y, int from, int to)
{
    double alongX = vertices[to].X - vertices[from].X, alongY = vertices[to].Y - vertices[from].Y;
    double position = (((x - vertices[from].X) * alongX) + ((y - vertices[from].Y) * alongY)) / ((alongX * alongX) + (alongY * alongY));
    position = double.Clamp(position, 0, 1);
    return double.Hypot(x - vertices[from].X - (position * alongX), y - vertices[from].Y - (position * alongY));
}

void WriteChunk(string type, byte[] data)
{
    byte[] chunk = [.. Encoding.ASCII.GetBytes(type), .. data];
    Span<byte> number = stackalloc byte[4];
    BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
    file.Write(number);
    file.Write(chunk);
    BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.HashToUInt32(chunk));
    file.Write(number);
}
