using System.Collections.Frozen;
using NasBench.Cli.Bench.Floors;
using NasBench.Cli.Bench.Measuring;
using NasBench.Cli.Bench.Straightforward;
using NasBench.Data;

namespace NasBench.Cli.Bench;

/// <summary>The rows of the measurement: for each the work as ours, the straightforward ways, and the floors.</summary>
internal sealed class BenchSuite
{
    /// <summary>Labelled graphs that the straightforward enumeration hashes: three for each unique cell.</summary>
    private const double LabelledGraphs = 1_293_208;

    private readonly BenchInputs _inputs;
    private readonly string _path;
    private readonly Dataset _data;
    private readonly int _epochs;
    private readonly ModuleHash[] _hashes;
    private readonly int[] _indices;
    private readonly long[] _parameters = new long[Nas101.Count];
    private readonly Metrics[] _metrics;
    private readonly QueryStatus[] _statuses;
    private readonly Cell[] _enumerated = new Cell[Nas101.Count];

    /// <summary>Prepares what all rows share.</summary>
    /// <param name="inputs">The cells and hashes.</param>
    /// <param name="path">The data set as a file.</param>
    /// <param name="data">The data set, loaded.</param>
    public BenchSuite(BenchInputs inputs, string path, Dataset data)
    {
        _inputs = inputs;
        _path = path;
        _data = data;
        _epochs = data.Epochs[^1];
        _hashes = new ModuleHash[Math.Max(inputs.Seven.Length, Nas101.Count)];
        _indices = new int[inputs.Raw.Length];
        _metrics = new Metrics[inputs.Raw.Length];
        _statuses = new QueryStatus[inputs.Raw.Length];
    }

    /// <summary>The rows in the order of the contract. Each is built when it is asked for, so that tables of one do not burden the other.</summary>
    public IEnumerable<Race> Races()
    {
        yield return HashBatch("hash-batch", _inputs.Seven, _inputs.PlainSeven);
        yield return HashBatch("hash-space", _inputs.Space, _inputs.PlainSpace);
        yield return HashSingle();
        yield return LocateBatch();
        yield return Query();
        yield return HashToIndex();
        yield return Load();
        yield return Enumerate();
    }

    private Race HashBatch(string name, Cell[] cells, StraightforwardCell[] plain)
    {
        long[] blocks = HashFloor.CountBlocks(cells);
        return new Race(name, "cell",
            new Contender(cells.Length, (first, count) => ModuleHasher.Hash(cells.AsSpan(first, count), _hashes)),
            [PlainHash(plain)],
            [new Contender(cells.Length, (first, count) => Floor(count, () => HashFloor.Compress(blocks[first + count] - blocks[first])))]);
    }

    private Race HashSingle()
    {
        // A run on all cells would take seconds; each run takes others.
        const int Divisor = 4;
        Cell[] cells = _inputs.Seven[..(_inputs.Seven.Length / Divisor)];
        long[] blocks = HashFloor.CountBlocks(cells);
        return new Race("hash-single", "cell",
            new Contender(cells.Length, (first, count) =>
            {
                for (int i = first; i < first + count; i++)
                {
                    ModuleHasher.TryHash(cells[i], out _hashes[i]);
                }

                return count;
            }),
            [PlainHash(_inputs.PlainSeven)],
            [new Contender(cells.Length, (first, count) => Floor(count, () => HashFloor.CompressChains(count, blocks[first + count] - blocks[first])))]);
    }

    private Race LocateBatch()
    {
        var floor = new LookupFloor();
        return new Race("locate-batch", "cell",
            new Contender(_inputs.Raw.Length, (first, count) => Nas101.Locate(_inputs.Raw.AsSpan(first, count), _indices)),
            [PlainLocate(Index().ToFrozenDictionary()), PlainLocate(Index())],
            [new Contender(_inputs.Raw.Length, (first, count) => Floor(count, () => floor.Locate(_inputs.Raw.AsSpan(first, count), _indices)))]);
    }

    private Race Query()
    {
        var floor = new LookupFloor();
        StraightforwardTable table = StraightforwardTableOf(_data, _epochs);
        return new Race("query", "cell",
            new Contender(_inputs.Raw.Length, (first, count) =>
            {
                _data.Query(_inputs.Raw.AsSpan(first, count), _epochs, 0, false, _metrics, _statuses);
                return count;
            }),
            [
                new Contender(_inputs.PlainRaw.Length, (first, count) =>
                {
                    for (int i = first; i < first + count; i++)
                    {
                        _metrics[i] = table.Query(_inputs.PlainRaw[i], _epochs, 0) is { } found
                            ? new Metrics(found.TrainingTime, found.TrainAccuracy, found.ValidationAccuracy, found.TestAccuracy)
                            : Metrics.Absent;
                    }

                    return count;
                }),
            ],
            [new Contender(_inputs.Raw.Length, (first, count) => Floor(count, () => floor.Query(_inputs.Raw.AsSpan(first, count), _indices)))]);
    }

    private Race HashToIndex()
    {
        ModuleHash[] keys = _inputs.Keys;
        UInt128[] plainKeys = [.. keys.Select(key => new UInt128(key.High, key.Low))];
        Dictionary<UInt128, int> dictionary = Index();
        FrozenDictionary<UInt128, int> frozen = dictionary.ToFrozenDictionary();
        return new Race("hash-to-index", "hash",
            new Contender(keys.Length, (first, count) => Space<Nas101>.Find(keys.AsSpan(first, count), _indices)),
            [
                new Contender(keys.Length, (first, count) =>
                {
                    for (int i = first; i < first + count; i++)
                    {
                        _indices[i] = dictionary.TryGetValue(plainKeys[i], out int index) ? index : -1;
                    }

                    return count;
                }),
                new Contender(keys.Length, (first, count) =>
                {
                    for (int i = first; i < first + count; i++)
                    {
                        _indices[i] = frozen.TryGetValue(plainKeys[i], out int index) ? index : -1;
                    }

                    return count;
                }),
            ],
            [new Contender(keys.Length, (first, count) => Floor(count, () => LookupFloor.Find(_inputs.Hashes, keys.AsSpan(first, count), _indices)))]);
    }

    private Race Load()
    {
        int records = checked((int)_data.RecordCount);
        return new Race("load", "record",
            new Contender(records, (_, _) =>
            {
                using Dataset loaded = Dataset.Load(_path);
                return checked((int)loaded.RecordCount);
            }, isWhole: true),
            [new Contender(records, (_, count) => StraightforwardLoader.Load(_path, count, StraightforwardProtobuf.Decode, new StraightforwardTable()))],
            [
                new Contender(records, (_, _) => FileFloor.WalkMapped(_path), isWhole: true),
                new Contender(records, (_, _) => FileFloor.WalkBuffered(_path), isWhole: true),
            ]);
    }

    private Race Enumerate()
    {
        var plain = new StraightforwardEnumeration(Cell.MaxVertices);
        return new Race("enumerate", "cell",
            new Contender(Nas101.Count, (first, count) =>
            {
                for (int index = first; index < first + count; index++)
                {
                    _enumerated[index] = Nas101.CellAt(index);
                    _parameters[index] = CellCosts.TrainableParametersAt(index);
                }

                return ModuleHasher.Hash(_enumerated.AsSpan(first, count), _hashes);
            }),
            [new Contender((int)LabelledGraphs, (_, count) => plain.Continue(count)) { Weight = LabelledGraphs / Nas101.Count }],
            [new Contender(Nas101.Count, (first, count) => ModuleHasher.Hash(_inputs.Space.AsSpan(first, count), _hashes))]);
    }

    private static Contender PlainHash(StraightforwardCell[] cells)
    {
        var hashes = new UInt128[cells.Length];
        return new Contender(cells.Length, (first, count) =>
        {
            for (int i = first; i < first + count; i++)
            {
                hashes[i] = StraightforwardHash.Hash(cells[i].Matrix, cells[i].Labels);
            }

            return count;
        });
    }

    private Contender PlainLocate(IReadOnlyDictionary<UInt128, int> indices)
    {
        var locator = new StraightforwardLocator(indices);
        return new Contender(_inputs.PlainRaw.Length, (first, count) =>
        {
            for (int i = first; i < first + count; i++)
            {
                _indices[i] = locator.Locate(_inputs.PlainRaw[i]);
            }

            return count;
        });
    }

    private Dictionary<UInt128, int> Index()
    {
        var index = new Dictionary<UInt128, int>(_inputs.Hashes.Length);
        for (int i = 0; i < _inputs.Hashes.Length; i++)
        {
            index.Add(new UInt128(_inputs.Hashes[i].High, _inputs.Hashes[i].Low), i);
        }

        return index;
    }

    private StraightforwardTable StraightforwardTableOf(Dataset data, int epochs)
    {
        var table = new StraightforwardTable();
        foreach (int index in data.Indices)
        {
            var entry = new StraightforwardEntry("", "", 0);
            for (int repeat = 0; data.TryGetRun(index, epochs, repeat, out Run run) == QueryStatus.Found; repeat++)
            {
                entry.Add(epochs, new StraightforwardRun(ToObject(run.Halfway), ToObject(run.Final)));
            }

            table.Entries.Add(new UInt128(_inputs.Hashes[index].High, _inputs.Hashes[index].Low), entry);
        }

        return table;
    }

    private static StraightforwardMetrics ToObject(Metrics metrics) =>
        new(metrics.TrainingTime, metrics.TrainAccuracy, metrics.ValidationAccuracy, metrics.TestAccuracy);

    private static int Floor(int count, Action work)
    {
        work();
        return count;
    }
}
