namespace NasBench.Analysis;

/// <summary>Sums over slots, to become <see cref="ReplacementMeans"/>.</summary>
internal struct ReplacementSums
{
    private long _slots;
    private long _timeSlots;
    private double _delta;
    private double _ratio;
    private double _before;
    private double _after;

    /// <summary>The means.</summary>
    public readonly ReplacementMeans Means => new(_slots, _delta / _slots, _timeSlots, _ratio / _timeSlots, _after / _before);

    /// <summary>Adds slots that are all alike.</summary>
    /// <param name="weight">How many.</param>
    /// <param name="columns">The values.</param>
    /// <param name="before">The index of the cell before.</param>
    /// <param name="after">The index of the cell after.</param>
    public void Add(int weight, EpochsColumns columns, int before, int after)
    {
        double delta = columns.Validation[after] - columns.Validation[before];
        if (!double.IsNaN(delta))
        {
            _slots += weight;
            _delta += weight * delta;
        }

        double ratio = columns.TrainingTime[after] / columns.TrainingTime[before];
        if (double.IsFinite(ratio))
        {
            _timeSlots += weight;
            _ratio += weight * ratio;
            _before += weight * columns.TrainingTime[before];
            _after += weight * columns.TrainingTime[after];
        }
    }

    /// <summary>Adds the sums of other slots.</summary>
    public void Add(in ReplacementSums other)
    {
        _slots += other._slots;
        _timeSlots += other._timeSlots;
        _delta += other._delta;
        _ratio += other._ratio;
        _before += other._before;
        _after += other._after;
    }
}
