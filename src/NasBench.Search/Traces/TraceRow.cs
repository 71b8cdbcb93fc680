namespace NasBench.Search;

/// <summary>One evaluation with all that is told of it. Values that there are not are NaN, or -1.</summary>
/// <param name="Step">Its number in the run, from 1; invalid proposals count.</param>
/// <param name="Index">The index of the class; -1 where invalid.</param>
/// <param name="Epochs">The number of epochs.</param>
/// <param name="IsHalfway">Whether it stopped halfway.</param>
/// <param name="Repeat">The repeat drawn, from 0; -1 for the mean and where invalid.</param>
/// <param name="ValidationAccuracy">Of the drawn repeat.</param>
/// <param name="TestAccuracy">Of the drawn repeat.</param>
/// <param name="TrainingTime">Simulated seconds that were paid; 0 where invalid or answered from memory.</param>
/// <param name="SpentSeconds">Simulated seconds since the start of the run.</param>
/// <param name="SpentEpochs">Epochs since the start of the run.</param>
/// <param name="IncumbentValidation">Of the incumbent's drawn repeat.</param>
/// <param name="IncumbentTest">Of the incumbent's drawn repeat.</param>
/// <param name="IncumbentMeanTest">The incumbent's mean test accuracy after the most epochs.</param>
/// <param name="Regret">Of the incumbent.</param>
public readonly record struct TraceRow(
    long Step,
    int Index,
    int Epochs,
    bool IsHalfway,
    int Repeat,
    double ValidationAccuracy,
    double TestAccuracy,
    double TrainingTime,
    double SpentSeconds,
    long SpentEpochs,
    double IncumbentValidation,
    double IncumbentTest,
    double IncumbentMeanTest,
    double Regret);
