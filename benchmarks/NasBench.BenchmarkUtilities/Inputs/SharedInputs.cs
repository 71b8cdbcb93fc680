using NasBench.Bench;
using NasBench.Data;

namespace NasBench.BenchmarkUtilities;

/// <summary>The inputs of all benchmarks: those of the command <c>bench</c>, 2^20 cells from fixed seeds.</summary>
internal static class SharedInputs
{
    public const int Cells = 1 << 20;

    /// <summary>For the straightforward way, which would take a minute for all of them.</summary>
    public const int PlainCells = 1 << 12;

    /// <summary>The whole space.</summary>
    public const int SpaceCells = 423_624;

    /// <summary>The number of epochs of the data set.</summary>
    public const int Epochs = 108;

    /// <summary>Records of the file of <see cref="FilePath"/>: three for each of 423,624 cells.</summary>
    public const int Records = 3 * SpaceCells;

    /// <summary>Bytes of this file for each record.</summary>
    public const double BytesPerRecord = 411.345;

    private const string FileName = "nasbench-synthetic-108.tfrecord";

    /// <summary>The cells, drawn when they are first asked for.</summary>
    public static BenchInputs Inputs { get; } = new(Cells, PlainCells);

    /// <summary>
    /// The whole space at 108 epochs in the original's format with made-up metrics. Whoever asks first writes it to the temporary folder, where it is kept.
    /// </summary>
    public static string FilePath
    {
        get
        {
            string path = Path.Combine(Path.GetTempPath(), FileName);
            if (!File.Exists(path))
            {
                SyntheticFileWriter.Write(path, new SyntheticFileOptions { Epochs = [Epochs] });
            }

            return path;
        }
    }
}
