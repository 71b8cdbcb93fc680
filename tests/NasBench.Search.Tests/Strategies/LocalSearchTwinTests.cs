using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Search.Tests;

/// <summary>Local search in all its forms against a slow twin, which reads like the definition.</summary>
public sealed class LocalSearchTwinTests
{
    private static readonly Gen<Case> s_cases =
        from starts in Gen.Int[1, 4]
        from laterStarts in Gen.Int[0, 3]
        from isSteepest in Gen.Bool
        from neighborhood in Choice.Of("raw", "class", "naszilla")
        from atOptimum in Choice.Of("restart", "best-first", "random")
        from resamples in Gen.Bool
        from byPaths in Gen.Bool
        from neutralMoves in Gen.Int[0, 5]
        from encoding in Choice.Of("raw", "a", "a-raw9", "class")
        from seed in Gen.Int[0, 1_000_000]
        select new Case(starts, laterStarts, isSteepest, neighborhood, atOptimum, resamples, byPaths, neutralMoves, encoding, (ulong)seed);

    [Fact]
    public void TryAsk_RandomSettings_ProposalsOfTheTwin() => s_cases.Sample(
        settings =>
        {
            var twin = new Twin(settings);
            var strategy = new LocalSearch(
                StrategyLoop.Context("ls", SearchEncoding.Find(settings.Encoding)!, settings.Seed, settings: settings.ToSettings()));
            int step = 0;
            foreach ((Cell cell, int index) in twin.Search().Take(250))
            {
                Assert.True(strategy.TryAsk(out Proposal proposal));
                Assert.Equal((cell, index), (proposal.Cell, proposal.Index));

                // A rough landscape with ties; with every visit a little noise, in favour of more edges.
                double loss = index < 0 ? 1 : 0.9 - (0.02 * cell.EdgeCount) + (((index * 31) + (++step * 7)) % 11 / 50.0);
                strategy.Tell(proposal, new Answer(loss, 1 - loss, 1, 0));
                twin.Loss = loss;
            }
        },
        iter: 200);

    [Fact]
    public void Paths_AllClasses_AsManyGroupsAsCounted()
    {
        CellIdentity paths = CellIdentity.Paths;
        int[] sizes = new int[170_820];
        for (int index = 0; index < Nas101.CellCount; index++)
        {
            sizes[paths.Of(index)]++;
        }

        Assert.Equal(301, sizes.Max());
        Assert.Equal(1, sizes.Min());
    }

    [Fact]
    public void Set_ManyKeys_ThoseOfADictionary()
    {
        var random = new SplitMixRandom(2);
        var known = new KnownLosses();
        Dictionary<int, double> twin = [];
        for (int step = 0; step < 20_000; step++)
        {
            int key = random.Next(step % 2 == 0 ? Nas101.CellCount : 500);
            bool isThere = twin.TryGetValue(key, out double expected);
            Assert.Equal((isThere, expected), (known.TryGet(key, out double actual), actual));
            double loss = random.NextDouble();
            known.Set(key, loss);
            twin[key] = loss;
            Assert.Equal(twin.Count, known.Count);
        }
    }

    private sealed record Case(
        int Starts,
        int LaterStarts,
        bool IsSteepest,
        string Neighborhood,
        string AtOptimum,
        bool Resamples,
        bool ByPaths,
        int NeutralMoves,
        string Encoding,
        ulong Seed)
    {
        public (string, string)[] ToSettings() =>
        [
            ("starts", $"{Starts}"), ("later_starts", $"{LaterStarts}"), ("step", IsSteepest ? "steepest" : "first"), ("neighborhood", Neighborhood),
            ("at_optimum", AtOptimum), ("noise", Resamples ? "resample" : "fixed"), ("identity", ByPaths ? "path" : "class"),
            ("neutral_moves", $"{NeutralMoves}"),
        ];
    }

    private sealed record Site(Cell Cell, int Index, double Loss);

    private sealed class Twin(Case settings)
    {
        private readonly SplitMixRandom _random = new(settings.Seed);
        private readonly SearchEncoding _encoding = SearchEncoding.Find(settings.Encoding)!;
        private readonly Dictionary<string, double> _known = [];
        private readonly HashSet<string> _expanded = [];
        private readonly List<Site> _evaluated = [];

        /// <summary>The answer to the last proposal.</summary>
        public double Loss { get; set; }

        public IEnumerable<(Cell Cell, int Index)> Search()
        {
            int starts = settings.Starts;
            while (true)
            {
                Site? current = null;
                for (int start = 0; start < starts; start++)
                {
                    (Cell cell, int index) = DrawUnseen();
                    yield return (cell, index);
                    Site site = Remember(cell, index);
                    current = current is null || site.Loss < current.Loss ? site : current;
                }

                starts = settings.LaterStarts == 0 ? settings.Starts : settings.LaterStarts;
                int neutralLeft = settings.NeutralMoves;
                while (current is { Index: >= 0 })
                {
                    _expanded.Add(Key(current.Index));
                    List<(Cell Cell, int Index)> all = [.. NeighborsOf(current.Cell).Where(neighbor => neighbor.Index >= 0)];
                    List<(Cell Cell, int Index)> neutral = [.. all.Where(neighbor => Key(neighbor.Index) == Key(current.Index))];
                    List<(Cell Cell, int Index)> rest =
                    [
                        .. all.Where(neighbor => Key(neighbor.Index) != Key(current.Index) && CanLeadOn(neighbor.Index, current)),
                    ];
                    Site? next = null;
                    while (rest.Count > 0 && (next is null || settings.IsSteepest))
                    {
                        int chosen = _random.Next(rest.Count);
                        (Cell cell, int index) = rest[chosen];
                        rest[chosen] = rest[0];
                        rest.RemoveAt(0);
                        Site site;
                        if (Known(index) is { } loss)
                        {
                            site = new Site(cell, index, settings.ByPaths ? double.PositiveInfinity : loss);
                        }
                        else
                        {
                            yield return (cell, index);
                            site = Remember(cell, index);
                        }

                        next = site.Loss < (next ?? current).Loss ? site : next;
                    }

                    if (next is not null)
                    {
                        current = next;
                        neutralLeft = settings.NeutralMoves;
                    }
                    else if (neutral.Count > 0 && neutralLeft-- > 0)
                    {
                        current = current with { Cell = neutral[_random.Next(neutral.Count)].Cell };
                    }
                    else if (settings.AtOptimum == "random")
                    {
                        while (true)
                        {
                            _encoding.Draw(_random, out Cell cell, out int index);
                            yield return (cell, index);
                        }
                    }
                    else
                    {
                        // The best evaluated cell that was not expanded; of equal ones the first evaluated. Null leads to a new start.
                        IEnumerable<Site> unexpanded = _evaluated.Where(site => !_expanded.Contains(Key(site.Index)));
                        current = settings.AtOptimum == "restart" ? null : unexpanded.MinBy(site => site.Loss);
                        neutralLeft = settings.NeutralMoves;
                    }
                }
            }
        }

        private bool CanLeadOn(int index, Site current) => Known(index) is not { } loss || (!settings.ByPaths && loss < current.Loss);

        private double? Known(int index) => !settings.Resamples && _known.TryGetValue(Key(index), out double loss) ? loss : null;

        private Site Remember(Cell cell, int index)
        {
            var site = new Site(cell, index, Loss);
            if (index >= 0)
            {
                _known.TryAdd(Key(index), Loss);
                _evaluated.Add(site);
            }

            return site;
        }

        private (Cell Cell, int Index) DrawUnseen()
        {
            Cell cell;
            int index;
            do
            {
                _encoding.Draw(_random, out cell, out index);
            }
            while (index >= 0 && Known(index) is not null);

            return (cell, index);
        }

        private IEnumerable<(Cell Cell, int Index)> NeighborsOf(Cell cell)
        {
            Cell[] cells = new Cell[Neighbors.MaxCount];
            int count;
            if (settings.Neighborhood == "raw")
            {
                Cell padded = cell.PadTo(Cell.MaxVertices);
                count = CellEdits.CountChanges<Nas101>(padded.Vertices);
                CellEdits.ApplyAll<Nas101>(padded, cells.AsSpan(0, count));
            }
            else
            {
                count = Neighbors.Write(cell, cells, settings.Neighborhood == "class" ? NeighborKind.Class : NeighborKind.Naszilla);
            }

            return cells.Take(count).Select(neighbor => (neighbor, Locate(neighbor)));
        }

        private int Locate(Cell cell)
        {
            int index = Nas101.Locate(cell);
            return _encoding == SearchEncoding.ARaw9 && cell.EdgeCount > 9 ? -1 : index;
        }

        private string Key(int index)
        {
            if (!settings.ByPaths)
            {
                return $"{index}";
            }

            ReferenceCell cell = EngineCells.ToReference(ReferenceSpace.Nas101, Nas101.CellAt(index));
            return string.Join(' ', PathsFrom(cell, 0, "").Distinct().Order(StringComparer.Ordinal));
        }

        private static IEnumerable<string> PathsFrom(ReferenceCell cell, int vertex, string path) => vertex == cell.Size - 1
            ? [path + ">"]
            : from next in Enumerable.Range(vertex + 1, cell.Size - vertex - 1)
              where cell.Matrix[vertex, next] != 0
              from rest in PathsFrom(cell, next, next == cell.Size - 1 ? path : path + cell.Operations[next][..5] + ",")
              select rest;
    }
}
