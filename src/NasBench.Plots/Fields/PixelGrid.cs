using OxyPlot;
using SkiaSharp;

namespace NasBench.Plots;

/// <summary>Points by the hundred thousand, counted in squares of a plot; each square has the sum of a value of its points too.</summary>
internal sealed class PixelGrid
{
    private readonly int _columns;
    private readonly int _rows;
    private readonly int[] _counts;
    private readonly double[] _sums;

    /// <summary>Makes an empty grid.</summary>
    /// <param name="columns">Squares from left to right.</param>
    /// <param name="rows">Squares from top to bottom.</param>
    public PixelGrid(int columns, int rows)
    {
        _columns = columns;
        _rows = rows;
        _counts = new int[columns * rows];
        _sums = new double[columns * rows];
    }

    /// <summary>The most points of any square.</summary>
    public int MostPoints => _counts.Max();

    /// <summary>A ramp of colours as an image, one pixel wide, the greatest part at the top.</summary>
    /// <param name="color">The colour of each part, from 0 to 1.</param>
    /// <param name="steps">The height in pixels.</param>
    public static byte[] Ramp(Func<double, OxyColor> color, int steps)
    {
        PixelGrid ramp = new(1, steps);
        for (int step = 0; step < steps; step++)
        {
            ramp.Add(0.5, (step + 0.5) / steps, 1 - ((step + 0.5) / steps));
        }

        return ramp.ToPng((_, part) => color(part), 1);
    }

    /// <summary>Adds a point.</summary>
    /// <param name="x">From 0 at the left to 1 at the right; points outside are left out.</param>
    /// <param name="y">From 0 at the top to 1 at the bottom.</param>
    /// <param name="value">Its value.</param>
    public void Add(double x, double y, double value)
    {
        int column = (int)Math.Floor(x * _columns);
        int row = (int)Math.Floor(y * _rows);
        if (column >= 0 && column < _columns && row >= 0 && row < _rows)
        {
            _counts[(row * _columns) + column]++;
            _sums[(row * _columns) + column] += value;
        }
    }

    /// <summary>The grid as an image.</summary>
    /// <param name="color">The colour of a square of so many points with such a mean value; squares without a point are transparent.</param>
    /// <param name="pixels">The pixels of a square in each direction.</param>
    public byte[] ToPng(Func<int, double, OxyColor> color, int pixels)
    {
        using SKBitmap bitmap = new(_columns * pixels, _rows * pixels, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        bitmap.Erase(SKColors.Transparent);
        Span<byte> bytes = bitmap.GetPixelSpan();
        for (int y = 0; y < _rows * pixels; y++)
        {
            for (int x = 0; x < _columns * pixels; x++)
            {
                int place = (y / pixels * _columns) + (x / pixels);
                if (_counts[place] > 0)
                {
                    OxyColor found = color(_counts[place], _sums[place] / _counts[place]);
                    Span<byte> pixel = bytes.Slice((y * bitmap.RowBytes) + (4 * x), 4);
                    (pixel[0], pixel[1], pixel[2], pixel[3]) = (found.R, found.G, found.B, found.A);
                }
            }
        }

        using SKData data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
