namespace NasBench.Search;

/// <summary>What a strategy learns of a proposal. There is no test accuracy in it: a strategy that used it would look at what it is judged by.</summary>
/// <param name="Loss">1 - validation accuracy; 1 for an invalid cell.</param>
/// <param name="ValidationAccuracy">The validation accuracy, 0 to 1; 0 for an invalid cell.</param>
/// <param name="TrainingTime">The simulated seconds of the training, whether or not they were paid.</param>
/// <param name="Repeat">The repeat that was drawn, from 0; -1 for a mean over all, and for an invalid cell.</param>
public readonly record struct Answer(double Loss, double ValidationAccuracy, double TrainingTime, int Repeat)
{
    /// <summary>The answer to an invalid cell.</summary>
    public static Answer Invalid { get; } = new(1, 0, 0, -1);
}
