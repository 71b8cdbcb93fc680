using CsCheck;
using NasBench.Data;
using NasBench.TestUtilities;

namespace NasBench.Search.Tests.Experiments;

/// <summary>
/// The profile <c>notebook</c> against its loops written down once more, on matrices, names and lists, with other seeds and settings than the traces.
/// </summary>
public sealed class NotebookTwinTests
{
    private static readonly string[] s_names = ["conv3x3-bn-relu", "conv1x1-bn-relu", "maxpool3x3"];

    private static readonly Gen<Case> s_cases =
        from isRandom in Gen.Frequency((1, Gen.Const(true)), (4, Gen.Const(false)))
        from size in Gen.Int[1, 130]
        from tournament in Gen.Int[1, 30]
        from rate in Choice.Of("0", "0.25", "0.5", "1", "1.7", "2", "3")
        from seed in Gen.OneOf(Gen.UInt[0, 300], Gen.UInt[1u << 31, uint.MaxValue - 3])
        from run in Gen.Int[0, 2]
        from seconds in Gen.Double[1, 400_000]
        select new Case(isRandom, size, Math.Min(tournament, size), rate, seed, run, seconds);

    [Fact]
    public void Run_RandomSettings_EvaluationsOfTheTwin() => s_cases.Sample(
        settings =>
        {
            (string, string)[] changes = settings.IsRandom
                ? []
                : [("population_size", $"{settings.Size}"), ("tournament_size", $"{settings.Tournament}"), ("mutation_rate", settings.Rate)];
            var planned = PlannedAlgorithm.Create(
                settings.IsRandom ? "random" : "re",
                SearchProfile.Notebook,
                null,
                changes.Select(change => new KeyValuePair<string, string>(change.Item1, change.Item2)));
            var plan = new SearchPlan { Algorithms = [planned], Budget = SearchBudget.Seconds(settings.Seconds), Runs = 3, Seed = settings.Seed };
            RunResult result = new Experiment(SyntheticData.Whole, plan).Run(new RunId(0, settings.Run), keepsRecords: true);
            List<(int Index, int Repeat, double Seconds)> twin = [.. new Twin(settings).Run()];

            Assert.Equal(twin, result.Records.Select(record => (record.Index, (int)record.Repeat, record.Seconds)));
        },
        iter: 120);

    /// <summary>Children of one parent, counted by how many edges and operations differ, against the exact distribution of the notebook's mutation.</summary>
    [Fact]
    public void Mutate_Twin_DistributionOfTheNotebook()
    {
        var twin = new Twin(new Case(false, 1, 1, "1", 5, 0, 1));
        ReferenceCell parent = ReferenceCell.FromDigits(
            "0111000000010000001000000010000000100000010000000", ["input", s_names[0], s_names[1], s_names[2], s_names[0], s_names[1], "output"]);
        const int Draws = 20_000;
        long[] counts = new long[22];
        int unchanged = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            ReferenceCell child = twin.Mutate(parent);
            int flips = System.Numerics.BitOperations.PopCount(child.Mask ^ parent.Mask);
            counts[flips]++;
            unchanged += flips == 0 && child.Operations.SequenceEqual(parent.Operations) ? 1 : 0;
        }

        double[] expected = EdgeFlips.Distribution(parent.Mask, 1.0 / 7);
        Assert.True(ChiSquare.Accepts(counts, expected));
        Assert.False(ChiSquare.Accepts(counts, EdgeFlips.Distribution(parent.Mask, 1.08 / 7)));

        // 1.29 % of all children, valid or not, are their parent.
        double share = Math.Pow(6 / 7.0, 21) * Math.Pow(0.8, 5);
        Assert.Equal(0.0129, share, 5e-5);
        Assert.True(ChiSquare.Accepts([unchanged, Draws - unchanged], Shares(expected[0] * Math.Pow(0.8, 5))));

        static double[] Shares(double part) => [part, 1 - part];
    }

    private sealed record Case(bool IsRandom, int Size, int Tournament, string Rate, uint Seed, int Run, double Seconds);

    private sealed class Twin(Case settings)
    {
        private readonly PythonRandom _python = new(settings.Seed + (uint)settings.Run);
        private readonly NumpyRandom _numpy = new(settings.Seed + (uint)settings.Run);
        private double _spent;
        private int _lastIndex;
        private int _lastRepeat;

        public IEnumerable<(int Index, int Repeat, double Seconds)> Run()
        {
            List<(double Valid, ReferenceCell Cell)> population = [];
            while (settings.IsRandom || population.Count < settings.Size)
            {
                ReferenceCell cell = Draw();
                population.Add((Query(cell), cell));
                yield return (_lastIndex, _lastRepeat, _spent);
                if (_spent > settings.Seconds)
                {
                    yield break;
                }
            }

            while (_spent <= settings.Seconds)
            {
                int[] sample = new int[settings.Tournament];
                _python.Sample(population.Count, sample);
                ReferenceCell parent = sample.Order().Select(position => population[position]).OrderBy(member => member.Valid).Last().Cell;
                ReferenceCell child = Mutate(parent);
                population.Add((Query(child), child));
                population.RemoveAt(0);
                yield return (_lastIndex, _lastRepeat, _spent);
            }
        }

        public ReferenceCell Mutate(ReferenceCell parent)
        {
            double rate = double.Parse(settings.Rate, System.Globalization.CultureInfo.InvariantCulture);
            while (true)
            {
                int[,] matrix = (int[,])parent.Matrix.Clone();
                string[] names = [.. parent.Operations];
                for (int from = 0; from < 6; from++)
                {
                    for (int to = from + 1; to < 7; to++)
                    {
                        matrix[from, to] = _python.NextDouble() < rate / 7 ? 1 - matrix[from, to] : matrix[from, to];
                    }
                }

                for (int vertex = 1; vertex < 6; vertex++)
                {
                    if (_python.NextDouble() < rate / 5)
                    {
                        string[] others = [.. s_names.Where(name => name != names[vertex])];
                        names[vertex] = _python.Choose<string>(others);
                    }
                }

                var child = new ReferenceCell(matrix, names);
                if (ReferenceSpace.Nas101.IsValid(child))
                {
                    return child;
                }
            }
        }

        private ReferenceCell Draw()
        {
            while (true)
            {
                int[,] matrix = new int[7, 7];
                for (int entry = 0; entry < 49; entry++)
                {
                    int drawn = _numpy.NextBelow(2);
                    matrix[entry / 7, entry % 7] = entry / 7 < entry % 7 ? drawn : 0;
                }

                string[] names = [.. Enumerable.Range(0, 7).Select(_ => s_names[_numpy.NextBelow(3)])];
                names[0] = "input";
                names[^1] = "output";
                var cell = new ReferenceCell(matrix, names);
                if (ReferenceSpace.Nas101.IsValid(cell))
                {
                    return cell;
                }
            }
        }

        private double Query(ReferenceCell cell)
        {
            _lastIndex = Nas101.Locate(EngineCells.Create(cell));
            _lastRepeat = _python.NextInclusive(0, 2);
            Assert.Equal(QueryStatus.Found, SyntheticData.Whole.TryGetRun(_lastIndex, 108, _lastRepeat, out Run run));
            _spent += run.Final.TrainingTime;
            return run.Final.ValidationAccuracy;
        }
    }
}
