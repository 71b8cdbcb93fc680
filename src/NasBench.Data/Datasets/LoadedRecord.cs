namespace NasBench.Data;

/// <summary>One decoded record on its way into a data set, with the place in the file that an error names.</summary>
internal struct LoadedRecord
{
    public long Number;
    public long Offset;
    public int Epochs;
    public ModuleHash Hash;
    public Cell Cell;
    public int? TrainableParameters;
    public Training Training;
    public CheckpointPaths? CheckpointPaths;
}
