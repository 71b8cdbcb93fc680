using System.Globalization;
using NasBench.Data;

namespace NasBench.Cli;

/// <summary>An answer for people.</summary>
internal static class QueryTable
{
    /// <summary>Writes it.</summary>
    public static void Write(CommandConsole console, Dataset data, QueryAnswer answer, bool half)
    {
        List<(string Name, string Value)> properties = Describe(data, answer);
        if (answer.Runs is not null)
        {
            TextTable.WriteProperties(console, properties);
            TextTable.WriteNumbers(console, ["repeat", "evaluation", "training time", "train", "validation", "test"], answer.Runs.SelectMany(Rows));
            return;
        }

        properties.Insert(properties.Count - 1, (half ? "evaluation" : "", half ? "halfway" : ""));
        properties.RemoveAll(property => property.Name.Length == 0);
        properties.AddRange([
            ("training time", Seconds(answer.Metrics.TrainingTime)),
            ("train accuracy", Accuracy(answer.Metrics.TrainAccuracy)),
            ("validation accuracy", Accuracy(answer.Metrics.ValidationAccuracy)),
            ("test accuracy", Accuracy(answer.Metrics.TestAccuracy)),
        ]);
        TextTable.WriteProperties(console, properties);
    }

    private static List<(string Name, string Value)> Describe(Dataset data, QueryAnswer answer)
    {
        Cell cell = data.GetStoredCell(answer.Index);
        (string matrix, string operations) = CellJson.Texts(cell);
        return
        [
            ("hash", data.GetHash(answer.Index).ToString()),
            ("matrix", matrix),
            ("operations", operations),
            ("trainable parameters", data.GetTrainableParameters(answer.Index)?.ToString("N0", CultureInfo.InvariantCulture) ?? "not in the file"),
            ("epochs", answer.Epochs.ToString(CultureInfo.InvariantCulture)),
            ("repeat", answer.Repeat.ToString()),
            ("provenance", answer.Provenance.GetName()),
        ];
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(Run run, int repeat)
    {
        yield return Row(repeat, "halfway", run.Halfway);
        yield return Row(repeat, "final", run.Final);
    }

    private static string[] Row(int repeat, string evaluation, Metrics metrics) =>
    [
        repeat.ToString(CultureInfo.InvariantCulture),
        evaluation,
        Seconds(metrics.TrainingTime),
        Accuracy(metrics.TrainAccuracy),
        Accuracy(metrics.ValidationAccuracy),
        Accuracy(metrics.TestAccuracy),
    ];

    private static string Seconds(double value) => double.IsNaN(value) ? "not in the file" : value.ToString("N3", CultureInfo.InvariantCulture) + " s";

    private static string Accuracy(double value) => double.IsNaN(value) ? "not in the file" : value.ToString("0.000000", CultureInfo.InvariantCulture);
}
