namespace NasBench.Data.Tests.Datasets;

/// <summary>Writes small TFRecord files of records that a test makes up.</summary>
internal static class RecordFile
{
    public static void Write(string path, IEnumerable<TestRecord> records)
    {
        var encoder = new RecordEncoder();
        using TfRecordWriter writer = TfRecordWriter.Create(path);
        foreach (TestRecord record in records)
        {
            writer.Write(encoder.Encode(record.ToRecord()));
        }

        writer.Complete();
    }

    public static Dataset WriteAndLoad(IEnumerable<TestRecord> records, OpenOptions? options = null)
    {
        using var file = new TemporaryFile();
        Write(file.Path, records);
        return Dataset.Open(file.Path, options);
    }
}
