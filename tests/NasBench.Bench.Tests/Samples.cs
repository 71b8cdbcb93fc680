namespace NasBench.Bench.Tests;

/// <summary>Files that many tests use.</summary>
internal static class Samples
{
    /// <summary>200 cells, four numbers of epochs, three repeats; synthetic.</summary>
    public static string TinyFile => TestFiles.Vector("synth_tiny.tfrecord");

    /// <summary>Records of <see cref="TinyFile"/>.</summary>
    public const int TinyRecords = 2_400;

    /// <summary>A damaged file.</summary>
    public static string Corrupt(string name) => TestFiles.Vector("corrupt", name + ".tfrecord");
}
