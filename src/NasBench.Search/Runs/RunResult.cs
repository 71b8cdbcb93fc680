namespace NasBench.Search;

/// <summary>What one run did.</summary>
public sealed record RunResult
{
    /// <summary>The run's number, from 0.</summary>
    public required int Run { get; init; }

    /// <summary>How it ended.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>Proposals, invalid ones included.</summary>
    public required long Steps { get; init; }

    /// <summary>Evaluations of valid cells, those answered from memory included.</summary>
    public required long Evaluations { get; init; }

    /// <summary>Proposals of invalid cells, or of cells that the data do not hold.</summary>
    public required long Invalid { get; init; }

    /// <summary>Different classes among the evaluations.</summary>
    public required int Distinct { get; init; }

    /// <summary>Evaluations of a class that was evaluated before after the same number of epochs.</summary>
    public required long IsomorphicRepeats { get; init; }

    /// <summary>Simulated seconds until the end: of one worker the sum of its trainings, of several the time that passed.</summary>
    public required double SpentSeconds { get; init; }

    /// <summary>Simulated seconds of all trainings together.</summary>
    public required double BusySeconds { get; init; }

    /// <summary>Epochs of all trainings together.</summary>
    public required long SpentEpochs { get; init; }

    /// <summary>Real seconds that the strategy itself took, without the table. The one value that differs from one execution to the next.</summary>
    public required double OwnSeconds { get; init; }

    /// <summary>The incumbents, in the order of their discovery.</summary>
    public required IReadOnlyList<Incumbent> Incumbents { get; init; }

    /// <summary>
    /// The evaluations that no other one is better than in both objectives, of those that trained the most epochs to their end, from the smallest loss to the
    /// largest; none where there is one objective.
    /// </summary>
    public IReadOnlyList<FrontPoint> Front { get; init; } = [];

    /// <summary>All evaluations in order; none unless they were asked for.</summary>
    public required IReadOnlyList<EvaluationRecord> Records { get; init; }
}
