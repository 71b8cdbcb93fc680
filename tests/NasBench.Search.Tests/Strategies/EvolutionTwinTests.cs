using CsCheck;

namespace NasBench.Search.Tests;

/// <summary>Evolution against a slow twin: a list of members, the draws of the definition, the same stream.</summary>
public sealed class EvolutionTwinTests
{
    private const int Steps = 120;

    private static readonly Gen<Case> s_cases =
        from isRegularized in Gen.Bool
        from size in Gen.Int[1, 12]
        from initial in Gen.Int[0, 12]
        from tournament in Gen.Int[1, 8]
        from withReplacement in Gen.Bool
        from youngestWins in Gen.Bool
        from shrinks in Gen.Bool
        from changesOne in Gen.Bool
        from encoding in Choice.Of("raw", "a", "a-raw9", "class")
        from seed in Gen.Int[0, 1_000_000]
        select new Case(isRegularized, size, initial, tournament, withReplacement, youngestWins, shrinks, changesOne, encoding, (ulong)seed);

    [Fact]
    public void TryAsk_RandomSettings_ProposalsOfTheTwin() => s_cases.Sample(
        settings =>
        {
            int initial = settings.Initial == 0 ? settings.Size : Math.Min(settings.Initial, settings.Size);
            if (!settings.WithReplacement && settings.Tournament > initial)
            {
                Assert.Throws<SearchException>(() => Create(settings));
                return;
            }

            Evolution strategy = Create(settings);
            var twin = new Twin(settings, initial);
            for (int step = 0; step < Steps; step++)
            {
                // A parent of which no valid child is found ends the search.
                (ulong Genotype, int Index)? asked = twin.Ask();
                Assert.Equal(asked is not null, strategy.TryAsk(out Proposal proposal));
                if (asked is not (ulong genotype, int index))
                {
                    return;
                }

                Assert.Equal((genotype, index), (proposal.Token, proposal.Index));

                // Few different losses, so that ties are many.
                double loss = index < 0 ? 1 : ((index * 7) + step) % 5 / 10.0;
                strategy.Tell(proposal, new Answer(loss, 1 - loss, 1, 0));
                twin.Tell(genotype, loss);
            }
        },
        iter: 300);

    /// <summary>naszilla, whose ten random members become thirty one by one; the thirtieth birth brings the first death, and twenty-nine stay.</summary>
    [Fact]
    public void Tell_SettingsOfNaszilla_TwentyNineStay()
    {
        var twin = new Twin(new Case(true, 30, 10, 10, true, false, true, false, "raw", 4), 10);
        List<int> sizes = [];
        for (int step = 0; step < 60; step++)
        {
            sizes.Add(twin.Size);
            twin.Tell(twin.Ask()!.Value.Genotype, 0.5);
        }

        Assert.Equal([.. Enumerable.Range(0, 30), .. Enumerable.Repeat(29, 30)], sizes);
        StrategySettings settings = ProfileTable.Find("re", SearchProfile.Naszilla)!;
        Assert.Equal(("30", "10", "yes"), (settings.Word("population_size"), settings.Word("initial"), settings.Word("shrinks")));
    }

    /// <summary>Worked out by hand: with three members, a child that is worse than all of them dies at its birth.</summary>
    [Fact]
    public void RemoveWorst_HandWorkedCase_TheHighestLossAndOfEqualOnesTheOldest()
    {
        var population = new Population(4);
        Add(population, 10, 0.3, 0.5, 0.4);
        population.Add(13, 0.6);
        population.RemoveWorst();
        Assert.Equal([0.3, 0.5, 0.4], population.Losses.ToArray());

        population.Add(14, 0.5);
        population.RemoveWorst();
        Assert.Equal([0.3, 0.4, 0.5], population.Losses.ToArray());
        Assert.Equal([10ul, 12, 14], Enumerable.Range(0, 3).Select(population.GenotypeAt));

        population.Add(15, 0.1);
        population.RemoveOldest();
        Assert.Equal([12ul, 14, 15], Enumerable.Range(0, 3).Select(population.GenotypeAt));
    }

    private static void Add(Population population, ulong first, params double[] losses)
    {
        foreach (double loss in losses)
        {
            population.Add(first++, loss);
        }
    }

    private static Evolution Create(Case settings) => new(
        StrategyLoop.Context("re", SearchEncoding.Find(settings.Encoding)!, settings.Seed, settings: settings.ToSettings()),
        settings.IsRegularized);

    private sealed record Case(
        bool IsRegularized,
        int Size,
        int Initial,
        int Tournament,
        bool WithReplacement,
        bool YoungestWins,
        bool Shrinks,
        bool ChangesOne,
        string Encoding,
        ulong Seed)
    {
        public (string, string)[] ToSettings() =>
        [
            ("population_size", $"{Size}"), ("initial", $"{Initial}"), ("tournament_size", $"{Tournament}"),
            ("replacement", WithReplacement ? "yes" : "no"), ("ties", YoungestWins ? "youngest" : "first"), ("shrinks", Shrinks ? "yes" : "no"),
            ("mutation", ChangesOne ? "one" : "some"), ("mutation_rate", "1"), ("edge_changes", "2"), ("operation_changes", "1"),
        ];
    }

    private sealed record Member(ulong Genotype, double Loss, int Birth);

    private sealed class Twin(Case settings, int initial)
    {
        private readonly SplitMixRandom _random = new(settings.Seed);
        private readonly SearchEncoding _encoding = SearchEncoding.Find(settings.Encoding)!;
        private readonly int[] _order = [.. Enumerable.Range(0, settings.Size + 1)];
        private readonly List<Member> _population = [];
        private int _asked;
        private int _told;

        public int Size => _population.Count;

        public (ulong Genotype, int Index)? Ask()
        {
            if (_asked++ < initial)
            {
                ulong drawn = _encoding.Draw(_random, out Cell _, out int index);
                return (drawn, index);
            }

            List<Member> tournament = [];
            for (int draw = 0; draw < settings.Tournament; draw++)
            {
                tournament.Add(_population[settings.WithReplacement ? _random.Next(_population.Count) : DrawAnother(draw)]);
            }

            double best = tournament.Min(member => member.Loss);
            List<Member> equals = [.. tournament.Where(member => member.Loss == best)];
            Member parent = settings.YoungestWins ? equals.MaxBy(member => member.Birth)! : equals[0];
            ulong child;
            if (settings.ChangesOne)
            {
                child = _encoding.Change(parent.Genotype, _random);
            }
            else if (!_encoding.TryChangeSome(parent.Genotype, 2.0 / 21, 1.0 / 5, _random, out child))
            {
                return null;
            }

            _encoding.Decode(child, out int its);
            return (child, its);
        }

        public void Tell(ulong genotype, double loss)
        {
            _population.Add(new Member(genotype, loss, _told++));
            bool isChild = _told > initial;
            if (isChild && _population.Count > settings.Size - (settings.Shrinks ? 1 : 0))
            {
                double worst = _population.Max(member => member.Loss);
                _population.Remove(settings.IsRegularized ? _population[0] : _population.First(member => member.Loss == worst));
            }
        }

        /// <summary>A step of the shuffle; the order is what the last tournament left.</summary>
        private int DrawAnother(int draw)
        {
            int other = draw + _random.Next(_population.Count - draw);
            (_order[draw], _order[other]) = (_order[other], _order[draw]);
            return _order[draw];
        }
    }
}
