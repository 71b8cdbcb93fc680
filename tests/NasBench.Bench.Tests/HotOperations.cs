using NasBench.Data;

namespace NasBench.Bench.Tests;

/// <summary>The operations whose allocated bytes are written down in benchmarks/expected-allocations.json.</summary>
internal sealed class HotOperations : IDisposable
{
    private const int Count = 1_000;
    private const int Epochs = 108;

    /// <summary>Indices apart, so that they are spread over the space.</summary>
    private const int Distance = 423;

    /// <summary>The file of 2,400 records lasts for four runs.</summary>
    private const int RecordsAtOnce = 500;

    private const string CellMatrix = "0100110001000000010010000010000001000000010000000";
    private const string CellOperations = "input,conv3x3-bn-relu,maxpool3x3,conv3x3-bn-relu,conv3x3-bn-relu,conv1x1-bn-relu,output";

    private readonly Dataset _data = Dataset.Open(Samples.TinyFile);
    private readonly Dataset _builtin = BuiltinDataset.Create();
    private readonly QuerySession _session;
    private readonly Cell[] _cells = [.. Enumerable.Range(0, Count).Select(i => Nas101.CellAt(i * Distance))];
    private readonly ModuleHash[] _hashes = new ModuleHash[Count];
    private readonly int[] _indices = new int[Count];
    private readonly Metrics[] _metrics = new Metrics[Count];
    private readonly QueryStatus[] _statuses = new QueryStatus[Count];
    private readonly char[] _text = new char[256];
    private readonly int[] _spread = [.. Enumerable.Range(0, Count).Select(i => i * Distance)];
    private readonly int[] _present;
    private readonly TfRecordReader _reader = TfRecordReader.Open(Samples.TinyFile);
    private readonly RecordDecoder _decoder = new();

    public HotOperations()
    {
        _present = _data.Indices.ToArray();
        _session = new QuerySession(_data, 1);
        Space<Nas101>.PrepareHashes();
        ModuleHasher.Hash(_cells, _hashes);
    }

    /// <summary>Each operation by name, on all of its inputs.</summary>
    public IEnumerable<(string Name, Action Run)> All()
    {
        yield return ("cell-parse", () => Cell.ParseRaw(CellMatrix, CellOperations, out _));
        yield return EachCell("cell-format", cell => cell.TryFormat(_text, out _));
        yield return EachCell("prune", cell => cell.TryPrune(out _));
        yield return EachCell("validate", cell => cell.Validate());
        yield return EachCell("hash-single", cell => ModuleHasher.TryHash(cell, out _));
        yield return ("hash-batch", () => ModuleHasher.Hash(_cells, _hashes));
        yield return EachCell("locate-single", cell => Nas101.Locate(cell));
        yield return ("locate-batch", () => Nas101.Locate(_cells, _indices));
        yield return EachIndex("cell-at", _spread, index => Nas101.CellAt(index));
        yield return EachIndex("hash-at", _spread, index => Nas101.HashAt(index));
        yield return ("hash-to-index", () => Space<Nas101>.Find(_hashes, _indices));
        yield return EachIndex("parameters", _spread, index => CellCosts.TrainableParametersAt(index));
        yield return EachIndex("flops", _spread, index => CellCosts.FlopsAt(index));
        yield return EachIndex("query-index", _present, index => _data.TryGetRun(index, Epochs, 0, out _));
        yield return EachCell("query-cell", cell => _data.TryGetRun(cell, Epochs, 0, out _));
        yield return EachIndex("query-mean", _present, index => _data.TryGetMean(index, Epochs, out _));
        yield return ("query-batch", () => _data.Query(_cells, Epochs, 0, EvaluationPoint.Final, _metrics, _statuses));
        yield return EachIndex("query-builtin", _present, index => _builtin.TryGetRun(index, Epochs, 0, out _));
        yield return EachIndex("query-session", _present, index => _session.TryQuery(index, Epochs, EvaluationPoint.Final, out _, out _));
        yield return ("read-record", ReadRecords);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _data.Dispose();
        _reader.Dispose();
        _builtin.Dispose();
    }

    private (string Name, Action Run) EachCell(string name, Action<Cell> work) => (name, () => Array.ForEach(_cells, work));

    private static (string Name, Action Run) EachIndex(string name, int[] indices, Action<int> work) => (name, () => Array.ForEach(indices, work));

    private void ReadRecords()
    {
        for (int i = 0; i < RecordsAtOnce; i++)
        {
            _reader.TryRead(out ReadOnlySpan<byte> data);
            _decoder.TryDecode(data, out _, out _);
        }
    }
}
