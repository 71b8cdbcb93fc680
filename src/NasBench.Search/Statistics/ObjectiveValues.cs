namespace NasBench.Search;

/// <summary>Evaluations as points in two objectives.</summary>
public static class ObjectiveValues
{
    /// <summary>What a strategy knows of an evaluation in both objectives, less of each being better. There is no test accuracy in it.</summary>
    /// <param name="objectives">The objectives.</param>
    /// <param name="proposal">What was evaluated.</param>
    /// <param name="answer">What it is worth.</param>
    /// <returns>
    /// The loss, and the trainable parameters or the seconds of the training; of an invalid cell infinitely many, 0 without a second objective.
    /// </returns>
    public static ObjectivePair Of(this SearchObjectives objectives, in Proposal proposal, in Answer answer) => new(answer.Loss, objectives switch
    {
        SearchObjectives.Accuracy => 0,
        _ when !proposal.IsValid => double.PositiveInfinity,
        SearchObjectives.AccuracyParameters => CellCosts.TrainableParametersAt(proposal.Index),
        _ => answer.TrainingTime,
    });
}
