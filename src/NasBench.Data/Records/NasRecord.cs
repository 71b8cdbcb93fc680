using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NasBench.Data;

/// <summary>
/// One record of a NAS-Bench-101 data set: one repeat of one cell. Lives on the stack; the checkpoint paths point into the buffers of whoever
/// made it, so a decoded record is valid until the next one is decoded.
/// </summary>
public ref struct NasRecord
{
    /// <summary>Evaluations of a repeat: before training, halfway, at the end.</summary>
    public const int EvaluationCount = 3;

    private ReadOnlySpan<byte> _initialPath;
    private ReadOnlySpan<byte> _halfwayPath;
    private ReadOnlySpan<byte> _finalPath;
    private byte _presentPaths; // bit i: evaluation i has a path, which may be empty
    private Evaluation _initial;
    private Evaluation _halfway;
    private Evaluation _final;

    /// <summary>The module hash, as stored.</summary>
    public ModuleHash Hash { get; set; }

    /// <summary>The graph with its operations, as stored.</summary>
    public Cell Cell { get; set; }

    /// <summary>Epochs of the training, at least 1.</summary>
    public int Epochs { get; set; }

    /// <summary>Trainable parameters of the network, or null where the file does not say.</summary>
    public int? TrainableParameters { get; set; }

    /// <summary>Wall time of the training and its evaluations in seconds, or NaN where the file does not say.</summary>
    public double TotalTime { get; set; }

    /// <summary>Before the training.</summary>
    public Evaluation Initial
    {
        readonly get => _initial;
        set => _initial = value;
    }

    /// <summary>After half of the epochs.</summary>
    public Evaluation Halfway
    {
        readonly get => _halfway;
        set => _halfway = value;
    }

    /// <summary>After all epochs.</summary>
    public Evaluation Final
    {
        readonly get => _final;
        set => _final = value;
    }

    /// <summary>Whether any evaluation names a checkpoint.</summary>
    public readonly bool HasCheckpointPaths => _presentPaths != 0;

    /// <summary>The five values of an evaluation in place, in the order of <see cref="Evaluation"/>, for a decoder that writes them side by side.</summary>
    [UnscopedRef]
    internal ref double InitialValues => ref Unsafe.As<Evaluation, double>(ref _initial);

    /// <inheritdoc cref="InitialValues"/>
    [UnscopedRef]
    internal ref double HalfwayValues => ref Unsafe.As<Evaluation, double>(ref _halfway);

    /// <inheritdoc cref="InitialValues"/>
    [UnscopedRef]
    internal ref double FinalValues => ref Unsafe.As<Evaluation, double>(ref _final);

    /// <summary>Where the original saved the weights at an evaluation, if the file says so.</summary>
    /// <param name="evaluation">0 initial, 1 halfway, 2 final.</param>
    /// <param name="path">UTF-8 as stored (not checked), possibly empty.</param>
    /// <returns>Whether the file holds a path.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such evaluation.</exception>
    public readonly bool TryGetCheckpointPath(int evaluation, out ReadOnlySpan<byte> path)
    {
        path = evaluation switch
        {
            0 => _initialPath,
            1 => _halfwayPath,
            2 => _finalPath,
            _ => throw new ArgumentOutOfRangeException(nameof(evaluation), evaluation, "expected 0, 1 or 2"),
        };
        return (_presentPaths >> evaluation & 1) != 0;
    }

    /// <summary>Sets the checkpoint path of an evaluation. The bytes are not copied.</summary>
    /// <param name="evaluation">0 initial, 1 halfway, 2 final.</param>
    /// <param name="path">UTF-8, possibly empty.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such evaluation.</exception>
    public void SetCheckpointPath(int evaluation, ReadOnlySpan<byte> path)
    {
        switch (evaluation)
        {
            case 0: _initialPath = path; break;
            case 1: _halfwayPath = path; break;
            case 2: _finalPath = path; break;
            default: throw new ArgumentOutOfRangeException(nameof(evaluation), evaluation, "expected 0, 1 or 2");
        }

        _presentPaths |= (byte)(1 << evaluation);
    }

    /// <summary>Packs the repeat if its evaluations were made at the canonical epochs and all values have the packed form.</summary>
    /// <returns>Whether it could be packed; else the packed bytes are undefined.</returns>
    internal bool TryPack(out PackedRun packed) =>
        PackedRun.TryPack(Epochs, ref InitialValues, ref HalfwayValues, ref FinalValues, TotalTime, out packed);

    /// <summary>Forgets all checkpoint paths.</summary>
    internal void ClearCheckpointPaths()
    {
        _initialPath = default;
        _halfwayPath = default;
        _finalPath = default;
        _presentPaths = 0;
    }

    /// <summary>The evaluation with a number.</summary>
    /// <param name="evaluation">0 initial, 1 halfway, 2 final.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such evaluation.</exception>
    public readonly Evaluation GetEvaluation(int evaluation) => evaluation switch
    {
        0 => _initial,
        1 => _halfway,
        2 => _final,
        _ => throw new ArgumentOutOfRangeException(nameof(evaluation), evaluation, "expected 0, 1 or 2"),
    };

    /// <summary>Sets the evaluation with a number.</summary>
    /// <param name="evaluation">0 initial, 1 halfway, 2 final.</param>
    /// <param name="value">What was measured.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such evaluation.</exception>
    public void SetEvaluation(int evaluation, Evaluation value)
    {
        switch (evaluation)
        {
            case 0: _initial = value; break;
            case 1: _halfway = value; break;
            case 2: _final = value; break;
            default: throw new ArgumentOutOfRangeException(nameof(evaluation), evaluation, "expected 0, 1 or 2");
        }
    }
}
