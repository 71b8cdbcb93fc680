namespace NasBench.Search;

/// <summary>An evaluation with what the strategy does not see.</summary>
/// <param name="Answer">What it sees; its time is that of the training, whatever was paid.</param>
/// <param name="TestAccuracy">The test accuracy.</param>
/// <param name="EpochsPosition">The position of the number of epochs among those of the data.</param>
/// <param name="IncumbentLoss">The loss by which the incumbent is chosen.</param>
/// <param name="Cost">The simulated seconds that were paid.</param>
/// <param name="SpentEpochs">The epochs that were paid.</param>
/// <param name="IsFree">Whether it came from memory and nothing was paid.</param>
internal readonly record struct Evaluated(
    Answer Answer, double TestAccuracy, int EpochsPosition, double IncumbentLoss, double Cost, int SpentEpochs, bool IsFree);
