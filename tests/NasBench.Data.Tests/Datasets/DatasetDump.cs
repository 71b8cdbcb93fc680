namespace NasBench.Data.Tests.Datasets;

/// <summary>Data sets as text, to compare them.</summary>
internal static class DatasetDump
{
    /// <summary>Everything that can be asked of a data set, as text.</summary>
    public static IEnumerable<string> Of(Dataset data)
    {
        yield return $"{data.CellCount} {data.RecordCount} {data.MaxRepeats} {string.Join(',', data.Epochs.ToArray())}";
        yield return string.Join(',', data.GetIndicesByHash().ToArray());
        foreach (int index in data.Indices.ToArray())
        {
            ModuleHash hash = data.GetHash(index);
            yield return $"{index} {hash} {data.TryFind(hash, out int found)} {found} {data.GetStoredCell(index).Bits} {data.GetTrainableParameters(index)}";
            foreach (int epochs in data.Epochs.ToArray())
            {
                int count = data.GetRepeatCount(index, epochs);
                for (int repeat = 0; repeat <= count; repeat++)
                {
                    QueryStatus status = data.TryGetRun(index, epochs, repeat, out Run run);
                    data.TryGetRecord(index, epochs, repeat, out RecordDetails record);
                    yield return $"{epochs} {repeat} {status} {run} {record} {string.Join(' ', Bits(record.Run))}";
                }
            }
        }
    }

    /// <summary>The bits of all values, which tell 0 from -0; any NaN is -1.</summary>
    public static IEnumerable<long> Bits(RecordedRun recorded) => new[] { recorded.Initial, recorded.Halfway, recorded.Final }
        .SelectMany(e => new[] { e.Epoch, e.TrainingTime, e.TrainAccuracy, e.ValidationAccuracy, e.TestAccuracy })
        .Append(recorded.TotalTime)
        .Select(value => double.IsNaN(value) ? -1 : BitConverter.DoubleToInt64Bits(value));
}
