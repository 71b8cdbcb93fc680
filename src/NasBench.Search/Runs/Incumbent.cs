namespace NasBench.Search;

/// <summary>The best evaluation of a run from one moment on.</summary>
/// <param name="Step">The step that found it, from 1; invalid proposals count.</param>
/// <param name="Evaluations">Evaluations of valid cells until then, this one included.</param>
/// <param name="Seconds">Simulated seconds spent until then, this evaluation included.</param>
/// <param name="SpentEpochs">Epochs spent until then, these included.</param>
/// <param name="Index">The index of the class.</param>
/// <param name="Epochs">The number of epochs after which it was evaluated.</param>
/// <param name="Repeat">The repeat that was seen; -1 for the mean.</param>
/// <param name="ValidationAccuracy">The validation accuracy that the strategy saw.</param>
/// <param name="TestAccuracy">The test accuracy of the same evaluation, which no strategy sees.</param>
public readonly record struct Incumbent(
    long Step,
    long Evaluations,
    double Seconds,
    long SpentEpochs,
    int Index,
    int Epochs,
    int Repeat,
    double ValidationAccuracy,
    double TestAccuracy);
