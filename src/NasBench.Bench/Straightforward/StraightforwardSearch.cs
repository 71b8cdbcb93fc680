namespace NasBench.Bench;

/// <summary>
/// The loops of the original's notebook, and a local search, with its data structures: matrices as arrays, operations as lists of names, MD5 of strings, a
/// dictionary of entries.
/// </summary>
/// <param name="table">The entries by module hash.</param>
/// <param name="epochs">The number of epochs.</param>
public sealed class StraightforwardSearch(StraightforwardTable table, int epochs)
{
    private const int Vertices = 7;
    private const int PopulationSize = 100;
    private const int TournamentSize = 10;

    /// <summary>After so many draws without a cell of the data a search gives up: the data hold few.</summary>
    private const int MaxDraws = 10_000;

    private static readonly string[] s_names = ["conv3x3-bn-relu", "conv1x1-bn-relu", "maxpool3x3"];

    private readonly Random _random = new(1);
    private readonly List<(double Validation, byte[] Matrix, List<string> Operations)> _population = [];
    private readonly List<double> _times = [0];
    private readonly List<double> _bestValidations = [0];
    private readonly List<double> _bestTests = [0];

    /// <summary>Random search: so many evaluations of valid cells.</summary>
    /// <param name="count">How many.</param>
    public int RunRandom(int count)
    {
        for (int evaluation = 0; evaluation < count && RandomCell() is { } cell; evaluation++)
        {
            Record(Query(cell.Matrix, cell.Operations)!);
        }

        return count;
    }

    /// <summary>Regularized evolution, one change a child: so many evaluations of valid cells. It goes on with the population that it has.</summary>
    /// <param name="count">How many.</param>
    public int RunEvolution(int count)
    {
        for (int evaluation = 0; evaluation < count && (_population.Count < PopulationSize ? RandomCell() : Mutate()) is { } cell; evaluation++)
        {
            (byte[] matrix, List<string> operations) = cell;
            StraightforwardMetrics metrics = Query(matrix, operations)!;
            Record(metrics);
            _population.Add((metrics.ValidationAccuracy, matrix, operations));
            if (_population.Count > PopulationSize)
            {
                _population.RemoveAt(0);
            }
        }

        return count;
    }

    /// <summary>Local search from random cells, first improvement: so many evaluations of valid cells.</summary>
    /// <param name="count">How many.</param>
    public int RunLocalSearch(int count)
    {
        int done = 0;
        while (done < count && RandomCell() is { } start)
        {
            (byte[] matrix, List<string> operations) = start;
            var seen = new Dictionary<UInt128, double>();
            double current = Query(matrix, operations)!.ValidationAccuracy;
            done++;
            bool hasImproved = true;
            while (hasImproved && done < count)
            {
                hasImproved = false;
                List<(byte[] Matrix, List<string> Operations)> neighbors = [.. Neighbors(matrix, operations)];
                for (int last = neighbors.Count - 1; last > 0; last--)
                {
                    int other = _random.Next(last + 1);
                    (neighbors[last], neighbors[other]) = (neighbors[other], neighbors[last]);
                }

                foreach ((byte[] nextMatrix, List<string> nextOperations) in neighbors)
                {
                    if (!StraightforwardLocator.TryHash(ToCell(nextMatrix, nextOperations), out UInt128 hash)
                        || !seen.TryAdd(hash, 0)
                        || Query(nextMatrix, nextOperations) is not { } metrics)
                    {
                        continue;
                    }

                    Record(metrics);
                    done++;
                    if (metrics.ValidationAccuracy > current)
                    {
                        (matrix, operations, current, hasImproved) = (nextMatrix, nextOperations, metrics.ValidationAccuracy, true);
                        break;
                    }
                }
            }
        }

        return done;
    }

    private static IEnumerable<(byte[] Matrix, List<string> Operations)> Neighbors(byte[] matrix, List<string> operations)
    {
        for (int from = 0; from < Vertices; from++)
        {
            for (int to = from + 1; to < Vertices; to++)
            {
                byte[] next = [.. matrix];
                next[(from * Vertices) + to] ^= 1;
                yield return (next, operations);
            }
        }

        for (int vertex = 1; vertex < Vertices - 1; vertex++)
        {
            foreach (string name in s_names.Where(name => name != operations[vertex]))
            {
                List<string> next = [.. operations];
                next[vertex] = name;
                yield return (matrix, next);
            }
        }
    }

    private static StraightforwardCell ToCell(byte[] matrix, List<string> operations)
    {
        var labels = new sbyte[operations.Count];
        for (int vertex = 0; vertex < labels.Length; vertex++)
        {
            labels[vertex] = operations[vertex] switch
            {
                "input" => StraightforwardCell.InputLabel,
                "output" => StraightforwardCell.OutputLabel,
                string name => (sbyte)Array.IndexOf(s_names, name),
            };
        }

        return new StraightforwardCell(matrix, labels);
    }

    private StraightforwardMetrics? Query(byte[] matrix, List<string> operations) => table.Query(ToCell(matrix, operations), epochs, _random.Next(3));

    private void Record(StraightforwardMetrics metrics)
    {
        _times.Add(_times[^1] + metrics.TrainingTime);
        bool isBetter = metrics.ValidationAccuracy > _bestValidations[^1];
        _bestValidations.Add(isBetter ? metrics.ValidationAccuracy : _bestValidations[^1]);
        _bestTests.Add(isBetter ? metrics.TestAccuracy : _bestTests[^1]);
    }

    private (byte[] Matrix, List<string> Operations)? RandomCell()
    {
        for (int draw = 0; draw < MaxDraws; draw++)
        {
            var matrix = new byte[Vertices * Vertices];
            for (int from = 0; from < Vertices; from++)
            {
                for (int to = from + 1; to < Vertices; to++)
                {
                    matrix[(from * Vertices) + to] = (byte)_random.Next(2);
                }
            }

            List<string> operations = ["input"];
            for (int vertex = 1; vertex < Vertices - 1; vertex++)
            {
                operations.Add(s_names[_random.Next(s_names.Length)]);
            }

            operations.Add("output");
            if (IsThere(matrix, operations))
            {
                return (matrix, operations);
            }
        }

        return null;
    }

    private bool IsThere(byte[] matrix, List<string> operations)
        => StraightforwardLocator.TryHash(ToCell(matrix, operations), out UInt128 hash) && table.Entries.ContainsKey(hash);

    /// <summary>The best of ten members drawn, with one change that leaves it valid.</summary>
    private (byte[] Matrix, List<string> Operations)? Mutate()
    {
        (double _, byte[] parent, List<string> names) =
            Enumerable.Range(0, TournamentSize).Select(_ => _population[_random.Next(_population.Count)]).MaxBy(member => member.Validation);
        List<(byte[] Matrix, List<string> Operations)> changes = [.. Neighbors(parent, names)];
        for (int draw = 0; draw < MaxDraws; draw++)
        {
            (byte[] matrix, List<string> operations) = changes[_random.Next(changes.Count)];
            if (IsThere(matrix, operations))
            {
                return (matrix, operations);
            }
        }

        return null;
    }
}
