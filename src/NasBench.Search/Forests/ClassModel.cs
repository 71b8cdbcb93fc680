namespace NasBench.Search;

/// <summary>A model that predicts the losses of all classes, one block of them after the other.</summary>
internal abstract class ClassModel
{
    /// <summary>The classes of a block; the last block has fewer.</summary>
    public const int BlockLength = 8192;

    /// <summary>Takes in an evaluation.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="loss">Its loss.</param>
    public abstract void Add(Cell cell, double loss);

    /// <summary>Fits the model to the evaluations; there is at least one.</summary>
    /// <param name="random">Makes the draws.</param>
    public abstract void Fit(Random random);

    /// <summary>Predicts the losses of a block.</summary>
    /// <param name="first">The index of its first class, a multiple of <see cref="BlockLength"/>.</param>
    /// <param name="means">Receives the expected loss of each class.</param>
    /// <param name="deviations">Receives the standard deviation of each.</param>
    public abstract void Predict(int first, Span<double> means, Span<double> deviations);
}
