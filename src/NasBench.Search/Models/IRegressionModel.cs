namespace NasBench.Search;

/// <summary>A regression: from the features of some evaluations and their losses to the losses of other cells, with how sure it is.</summary>
/// <remarks>A model belongs to one run and one thread. It keeps its arrays, so that a fit of no more samples than before allocates nothing.</remarks>
internal interface IRegressionModel
{
    /// <summary>Fits the model to samples; what it was fitted to before is forgotten.</summary>
    /// <param name="features">The features [samples, featureCount], row after row.</param>
    /// <param name="featureCount">The number of features of a sample, at least 1.</param>
    /// <param name="targets">The value of each sample; at least one.</param>
    /// <param name="random">Makes the draws. A model without draws leaves it alone.</param>
    void Fit(ReadOnlySpan<float> features, int featureCount, ReadOnlySpan<double> targets, Random random);

    /// <summary>Predicts the values of samples.</summary>
    /// <param name="features">The features [samples, featureCount] with as many features as the model was fitted to, row after row.</param>
    /// <param name="means">Receives the expected value of each sample.</param>
    /// <param name="deviations">Receives the standard deviation of each, 0 or more; all 0 from a model that does not know it.</param>
    void Predict(ReadOnlySpan<float> features, Span<double> means, Span<double> deviations);
}
