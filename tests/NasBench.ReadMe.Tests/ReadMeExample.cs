using NasBench.Data;

namespace NasBench.ReadMe.Tests;

/// <summary>The C# example of the README, compiled. What stands between the two region lines is the block there, to the character.</summary>
internal static class ReadMeExample
{
    public static void Run()
    {
        #region README
        Cell.TryParse(
            "0111100000000100000010000001000001000000010000000",
            "input,conv3x3-bn-relu,conv1x1-bn-relu,maxpool3x3,conv3x3-bn-relu,conv3x3-bn-relu,output", out Cell cell);
        int index = Nas101.Locate(cell);                                // no search, no MD5, no allocation
        Console.WriteLine(Nas101.HashAt(index));                        // 28cfc7874f6d200472e1a9dcd8650aa0
        Console.WriteLine(CellCosts.TrainableParametersAt(index));      // 2694282

        using Dataset data = BuiltinDataset.Create();                   // or Dataset.Load("nasbench_only108.tfrecord")
        data.TryGetRun(cell, epochs: 108, repeat: 0, out Run run);
        Console.WriteLine(run.Final.ValidationAccuracy);                // 0.9376001358032227
        #endregion
    }
}
