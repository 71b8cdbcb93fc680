namespace NasBench.Cli.Tests;

/// <summary>Cells and files that many tests use.</summary>
internal static class Samples
{
    public const string FirstHash = "00005c142e6f48ac74fdcf73e3439874";
    public const string FirstMatrix = "0100110001000000010010000010000001000000010000000";
    public const string FirstOperations = "input,conv3x3-bn-relu,maxpool3x3,conv3x3-bn-relu,conv3x3-bn-relu,conv1x1-bn-relu,output";

    public const string InceptionHash = "28cfc7874f6d200472e1a9dcd8650aa0";
    public const string InceptionMatrix = "0111100000000100000010000001000001000000010000000";
    public const string InceptionOperations = "input,conv3x3-bn-relu,conv1x1-bn-relu,maxpool3x3,conv3x3-bn-relu,conv3x3-bn-relu,output";

    public const string ChainMatrix = "010001000";
    public const string ChainOperations = "input,conv3x3-bn-relu,output";
    public const string ChainHash = "b49ac8c578b4561d79ac7087988f1c61";

    /// <summary>200 cells, four numbers of epochs, three repeats; synthetic.</summary>
    public static string TinyFile => TestFiles.Vector("synth_tiny.tfrecord");

    /// <summary>One real record.</summary>
    public static string RealFile => TestFiles.InShared("conformance", "real_first_record.tfrecord");

    /// <summary>A damaged or odd file.</summary>
    public static string Corrupt(string name) => TestFiles.Vector("corrupt", name + ".tfrecord");
}
