using System.Runtime.ExceptionServices;
using System.Text;

namespace NasBench.Data;

/// <summary>Reads a TFRecord file into a <see cref="DatasetBuilder"/>, a block of records at a time: decode, check, add.</summary>
/// <remarks>
/// Decoding needs nothing but the block, so several threads decode blocks at the same time. Records are added in file order, because that order numbers the
/// repeats. So the data set, and the fault that is reported, are the same for any number of threads.
/// <para>
/// Hashing a graph costs more than all else, and least where many are hashed at once. So the first hash of each cell is trusted at first, and all of them are
/// checked at the end. Where one of them, or anything else, is wrong, the file is read again without trust, which finds the first record at fault.
/// </para>
/// </remarks>
internal sealed class DatasetLoader
{
    /// <summary>Less than the smallest record that can be right, its frame included; bounds the number of records in a file.</summary>
    private const int MinRecordSize = 64;

    private readonly TfRecordWindow _file;
    private readonly BlockReader _blocks;
    private readonly InOrderLock _order = new();
    private readonly LoadingRules _rules;
    private readonly bool _trustsHashes;
    private readonly CancellationToken _cancellationToken;
    private readonly RecordDecoder _decoder = new();
    private readonly DatasetBuilder _builder;
    private readonly LoadingCheck _checker;
    private readonly Dictionary<FaultKind, long> _skipped = [];
    private DataFormatException? _firstFault;
    private ExceptionDispatchInfo? _failure;
    private bool _isDoubtful;
    private long _recordsRead;

    /// <param name="file">The file.</param>
    /// <param name="rules">How to load.</param>
    /// <param name="trustsHashes">Whether hashes are checked at the end only.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public DatasetLoader(TfRecordWindow file, LoadingRules rules, bool trustsHashes, CancellationToken cancellationToken)
    {
        _file = file;
        _blocks = new BlockReader(file);
        _rules = rules;
        _trustsHashes = trustsHashes;
        _cancellationToken = cancellationToken;
        _builder = new DatasetBuilder((file.Length / MinRecordSize) + 1);
        _checker = new LoadingCheck(_builder, trustsHashes, cancellationToken);
    }

    /// <summary>Loads a file: first with trust, and again without where something is wrong.</summary>
    public static OpenedData Load(string path, LoadingRules rules, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        IProgress<double>? forward = progress is null ? null : new ForwardProgress(progress);
        using TfRecordWindow file = TfRecordWindow.Open(path, rules.Source);
        return new DatasetLoader(file, rules, trustsHashes: true, cancellationToken).Load(forward)
            ?? new DatasetLoader(file, rules, trustsHashes: false, cancellationToken).Load(forward)!;
    }

    /// <summary>Loads the file.</summary>
    /// <returns>The data set; null where hashes were trusted and something is wrong.</returns>
    public OpenedData? Load(IProgress<double>? progress)
    {
        // No more threads than blocks.
        var others = new Task[(int)Math.Min(_rules.MaxThreads - 1, _file.Length / RecordBlock.StretchSize)];
        for (int i = 0; i < others.Length; i++)
        {
            others[i] = Task.Factory.StartNew(() => Work(null), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        Work(progress);
        Task.WaitAll(others, CancellationToken.None);
        _failure?.Throw();
        return _isDoubtful ? null : Finish(progress);
    }

    private OpenedData? Finish(IProgress<double>? progress)
    {
        progress?.Report(1);
        ColumnStore store = _builder.Build();
        if (_trustsHashes && !TrueHashes.AreThoseOf(store.Indices, store.Hashes, _cancellationToken))
        {
            return null;
        }

        if (store.RecordCount == 0 && _firstFault is not null)
        {
            throw _firstFault;
        }

        return new OpenedData(store, Provenance.Unknown, new OpenReport(_recordsRead, _blocks.Length, _skipped, _firstFault));
    }

    /// <summary>What each thread does. A failure ends the others.</summary>
    private void Work(IProgress<double>? progress)
    {
        try
        {
            var block = new RecordBlock(_file.Length);
            var decoder = new RecordDecoder();
            while (_blocks.TryTake(block))
            {
                block.Decode(decoder);
                if (!_order.Await(block.Number))
                {
                    return;
                }

                Add(block);
                _order.Pass();
                _cancellationToken.ThrowIfCancellationRequested();
                progress?.Report((double)block.EndOffset / _blocks.Length);
            }
        }
        catch (Exception failure)
        {
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(failure), null);
            End();
        }
    }

    private void End()
    {
        _blocks.End();
        _order.End();
    }

    /// <summary>Adds the records of a block, and refuses those that are wrong.</summary>
    private void Add(RecordBlock block)
    {
        block.Failure?.Throw();
        ReadOnlySpan<LoadedRecord> records = block.Records;
        ReadOnlySpan<RecordHead> heads = block.Heads;
        _builder.Prefetch(heads);
        for (int i = 0; i < records.Length; i++)
        {
            ref readonly LoadedRecord record = ref records[i];
            if (!record.IsCanonical || !_builder.TryAdd(heads[record.Head], record.Run, _trustsHashes))
            {
                AddNoncanonical(block, i);
                if (_isDoubtful)
                {
                    return;
                }
            }
        }

        _recordsRead += records.Length;
        if (block.EndFault != FaultKind.None)
        {
            _recordsRead++;
            Refuse(block, records.Length, block.EndFault, block.EndFault.DescribeFraming(_blocks.Length - block.EndOffset, block.EndSize));
        }
    }

    /// <summary>The long way: decodes a record again and checks all of it.</summary>
    private void AddNoncanonical(RecordBlock block, int i)
    {
        if (!block.TryGetData(i, out ReadOnlySpan<byte> data))
        {
            Refuse(block, i, FaultKind.BadDataCrc, FaultKind.BadDataCrc.DescribeFraming());
        }
        else if (!_decoder.TryDecode(data, out NasRecord record, out RecordFault decodingFault))
        {
            Refuse(block, i, decodingFault.Kind, decodingFault.Describe());
        }
        else
        {
            FaultKind fault = _checker.Check(record, out int index, out string detail);
            if (fault != FaultKind.None)
            {
                Refuse(block, i, fault, detail);
                return;
            }

            var recorded = new RecordedRun(record.Initial, record.Halfway, record.Final, record.TotalTime);
            _builder.Add(index, record.Epochs, record.Hash, new RecordDetails(recorded, record.Cell, record.TrainableParameters, GetPaths(record)));
        }
    }

    private static CheckpointPaths? GetPaths(in NasRecord record) =>
        record.HasCheckpointPaths ? new CheckpointPaths(GetPath(record, 0), GetPath(record, 1), GetPath(record, 2)) : null;

    private static string? GetPath(in NasRecord record, int evaluation) =>
        record.TryGetCheckpointPath(evaluation, out ReadOnlySpan<byte> path) ? Encoding.UTF8.GetString(path) : null;

    /// <summary>
    /// Skips a record, or ends loading: with the fault, or, where the hash of an earlier record may be wrong though it was trusted, without an answer.
    /// </summary>
    private void Refuse(RecordBlock block, int i, FaultKind kind, string detail)
    {
        if (_trustsHashes)
        {
            _isDoubtful = true;
            End();
            return;
        }

        long offset = i < block.Count ? block.OffsetOf(i) : block.EndOffset;
        var exception = new DataFormatException(_file.Path, block.FirstRecord + i, offset, kind, detail);
        if (!_rules.IsLenient)
        {
            throw exception;
        }

        _firstFault ??= exception;
        _skipped[kind] = _skipped.GetValueOrDefault(kind) + 1;
    }
}
