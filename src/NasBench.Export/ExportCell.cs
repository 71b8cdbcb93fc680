namespace NasBench.Export;

/// <summary>What all records of a cell have in common, as text: made once a cell.</summary>
internal sealed class ExportCell
{
    /// <summary>Describes a cell of a data set.</summary>
    public ExportCell(ModuleHash hash, Cell cell, int? trainableParameters)
    {
        string text = cell.ToString();
        int blank = text.IndexOf(' ', StringComparison.Ordinal);
        Hash = hash.ToString();
        Adjacency = text[..blank];
        Operations = text[(blank + 1)..];
        TrainableParameters = trainableParameters;
    }

    /// <summary>Module hash, 32 hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>Adjacency matrix, n*n digits, row by row.</summary>
    public string Adjacency { get; }

    /// <summary>Operations, n names separated by commas.</summary>
    public string Operations { get; }

    /// <summary>Trainable parameters; null where the data set lacks them.</summary>
    public int? TrainableParameters { get; }
}
