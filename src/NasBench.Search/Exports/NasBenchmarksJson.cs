using System.Globalization;
using System.Text;

namespace NasBench.Search;

/// <summary>
/// A run as automl/nas_benchmarks writes it: one object with the lists <c>regret_validation</c>, <c>regret_test</c> and <c>runtime</c>, an entry for each
/// evaluation that cost something.
/// </summary>
/// <remarks>
/// As its <c>get_results</c> reckons them: errors of the incumbent (validation: of the repeat that was seen; test: the mean) minus the least mean errors, to
/// the last bit where the run has the incumbent rule <c>any</c>, which is nas_benchmarks'. The text is that of Python's <c>json.dump</c>. Sources:
/// <c>tabular_benchmarks/nas_cifar10.py</c> and <c>experiment_scripts</c>.
/// </remarks>
internal static class NasBenchmarksJson
{
    /// <summary>The name of an algorithm's folder: nas_benchmarks' own where it has the algorithm.</summary>
    /// <param name="name">The algorithm's name in the results.</param>
    public static string FolderOf(string name)
    {
        const string Dedup = "-dedup";
        string ending = name.EndsWith(Dedup, StringComparison.Ordinal) ? Dedup : "";
        return name[..^ending.Length] switch
        {
            "random" => "random_search",
            "re" => "regularized_evolution",
            "reinforce" => "rl",
            var other => other,
        }
        + ending;
    }

    /// <summary>Writes a run.</summary>
    /// <param name="stream">Where to write.</param>
    /// <param name="run">The run, with its records.</param>
    /// <param name="data">What it ran against.</param>
    public static void Write(Stream stream, ScoredRun run, SearchedData data)
    {
        double leastValidation = 1 - data.Optima[(int)RegretKind.ValidMean];
        double leastTest = 1 - data.Optima[(int)RegretKind.TestMean];
        StringBuilder validation = new();
        StringBuilder test = new();
        StringBuilder runtime = new();
        int incumbent = -1;
        foreach (EvaluationRecord record in run.Result.Records)
        {
            incumbent += record.IsImprovement ? 1 : 0;
            if (record.Index >= 0 && !record.IsFree && incumbent >= 0)
            {
                Append(validation, 1 - run.Result.Incumbents[incumbent].ValidationAccuracy - leastValidation);
                Append(test, 1 - run.Scores[incumbent].MeanTest - leastTest);
                Append(runtime, record.Seconds);
            }
        }

        stream.Write(Encoding.UTF8.GetBytes($"{{\"regret_validation\": [{validation}], \"regret_test\": [{test}], \"runtime\": [{runtime}]}}"));
    }

    /// <summary>A number as Python writes it, within its range without an exponent and below.</summary>
    private static void Append(StringBuilder list, double value)
    {
        string digits = double.IsNaN(value) ? "NaN" : value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');
        string end = digits.AsSpan().IndexOfAny('.', 'e', 'N') < 0 ? ".0" : "";
        list.Append(list.Length > 0 ? ", " : "").Append(digits).Append(end);
    }
}
