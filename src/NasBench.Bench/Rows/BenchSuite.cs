using System.Collections.Frozen;
using NasBench.Data;

namespace NasBench.Bench;

/// <summary>The rows of the measurement: for each the work as ours, the straightforward ways, and the floors.</summary>
public sealed class BenchSuite
{
    /// <summary>Labelled graphs that the straightforward enumeration hashes: three for each unique cell.</summary>
    public const int LabelledGraphs = 1_293_208;

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
        _hashes = new ModuleHash[Math.Max(inputs.Cells, Nas101.Count)];
        _indices = new int[inputs.Cells];
        _metrics = new Metrics[inputs.Cells];
        _statuses = new QueryStatus[inputs.Cells];
    }

    /// <summary>The names of the rows, in the order in which they are measured.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "hash-batch", "hash-space", "hash-single", "locate-batch", "query", "hash-to-index", "load", "enumerate",
        "edit-distance-pair", "edit-distance-many", "neighbors", "random-search", "evolution", "local-search",
    ];

    /// <summary>Rows that are measured only when they are asked for.</summary>
    public static IReadOnlyList<string> OtherNames { get; } = ["hash-by-locate", "load-two-threads"];

    /// <summary>A row by name. Each is built when it is asked for, so that tables of one do not burden the other.</summary>
    public Race Build(string name) => name switch
    {
        "hash-batch" => HashBatch(name, _inputs.Seven, _inputs.PlainSeven),
        "hash-space" => HashBatch(name, _inputs.Space, _inputs.PlainSpace),
        "hash-single" => HashSingle(),
        "locate-batch" => LocateBatch(),
        "query" => Query(),
        "hash-to-index" => HashToIndex(),
        "load" => Load(name, 1),
        "enumerate" => Enumerate(),
        "edit-distance-pair" => new NearnessRows(_inputs).Pair(),
        "edit-distance-many" => new NearnessRows(_inputs).Many(),
        "neighbors" => new NearnessRows(_inputs).Neighbors(),
        "random-search" => new SearchRows(_inputs, _data, _epochs).Random(name),
        "evolution" => new SearchRows(_inputs, _data, _epochs).Evolution(name),
        "local-search" => new SearchRows(_inputs, _data, _epochs).LocalSearch(name),
        "hash-by-locate" => HashByLocate(name),
        "load-two-threads" => Load(name, 2),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such row"),
    };

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

    /// <summary>The hash looked up instead of computed; the floor is that of locating.</summary>
    private Race HashByLocate(string name)
    {
        Space<Nas101>.PrepareHashes();
        Cell[] cells = _inputs.Seven;
        var floor = new LookupFloor();
        return new Race(name, "cell",
            new Contender(cells.Length, (first, count) =>
            {
                Nas101.Locate(cells.AsSpan(first, count), _indices);
                for (int i = 0; i < count; i++)
                {
                    _hashes[i] = Nas101.HashAt(_indices[i]);
                }

                return count;
            }),
            [PlainHash(_inputs.PlainSeven)],
            [new Contender(cells.Length, (first, count) => Floor(count, () => floor.Locate(cells.AsSpan(first, count), _indices)))]);
    }

    private Race LocateBatch()
    {
        var floor = new LookupFloor();
        return new Race("locate-batch", "cell",
            new Contender(_inputs.Raw.Length, (first, count) => Nas101.Locate(_inputs.Raw.AsSpan(first, count), _indices)),
            [PlainLocate(_inputs.BuildIndex().ToFrozenDictionary()), PlainLocate(_inputs.BuildIndex())],
            [new Contender(_inputs.Raw.Length, (first, count) => Floor(count, () => floor.Locate(_inputs.Raw.AsSpan(first, count), _indices)))]);
    }

    private Race Query()
    {
        var floor = new LookupFloor();
        StraightforwardTable table = StraightforwardTable.Of(_data, _epochs);
        var found = new StraightforwardMetrics?[_inputs.PlainRaw.Length];
        return new Race("query", "cell",
            new Contender(_inputs.Raw.Length, (first, count) =>
            {
                _data.Query(_inputs.Raw.AsSpan(first, count), _epochs, 0, EvaluationPoint.Final, _metrics, _statuses);
                return count;
            }),
            [new Contender(_inputs.PlainRaw.Length, (first, count) => table.QueryAll(_inputs.PlainRaw.AsSpan(first, count), _epochs, 0, found))],
            [new Contender(_inputs.Raw.Length, (first, count) => Floor(count, () => floor.Query(_inputs.Raw.AsSpan(first, count), _indices)))]);
    }

    private Race HashToIndex()
    {
        ModuleHash[] keys = _inputs.Keys;
        UInt128[] plainKeys = _inputs.PlainKeys;
        Dictionary<UInt128, int> dictionary = _inputs.BuildIndex();
        FrozenDictionary<UInt128, int> frozen = dictionary.ToFrozenDictionary();
        return new Race("hash-to-index", "hash",
            new Contender(keys.Length, (first, count) => Space<Nas101>.Find(keys.AsSpan(first, count), _indices)),
            [
                new Contender(keys.Length, (first, count) => StraightforwardLookup.FindAll(dictionary, plainKeys.AsSpan(first, count), _indices)),
                new Contender(keys.Length, (first, count) => StraightforwardLookup.FindAll(frozen, plainKeys.AsSpan(first, count), _indices)),
            ],
            [new Contender(keys.Length, (first, count) => Floor(count, () => LookupFloor.Find(_inputs.Hashes, keys.AsSpan(first, count), _indices)))]);
    }

    private Race Load(string name, int threads)
    {
        OpenOptions options = new() { MaxThreads = threads };
        int records = checked((int)_data.RecordCount);
        return new Race(name, "record",
            new Contender(records, (_, _) =>
            {
                using Dataset loaded = Dataset.Open(_path, options);
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
            [new Contender(LabelledGraphs, (_, count) => plain.Continue(count)) { Weight = (double)LabelledGraphs / Nas101.Count }],
            [new Contender(Nas101.Count, (first, count) => ModuleHasher.Hash(_inputs.Space.AsSpan(first, count), _hashes))]);
    }

    private static Contender PlainHash(StraightforwardCell[] cells)
    {
        var hashes = new UInt128[cells.Length];
        return new Contender(cells.Length, (first, count) => StraightforwardHash.HashAll(cells.AsSpan(first, count), hashes));
    }

    private Contender PlainLocate(IReadOnlyDictionary<UInt128, int> indices)
    {
        var locator = new StraightforwardLocator(indices);
        return new Contender(_inputs.PlainRaw.Length, (first, count) => locator.LocateAll(_inputs.PlainRaw.AsSpan(first, count), _indices));
    }

    private static int Floor(int count, Action work)
    {
        work();
        return count;
    }
}
