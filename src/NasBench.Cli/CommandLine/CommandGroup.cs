namespace NasBench.Cli;

/// <summary>What a command is about: the headings in the list of commands, in their order.</summary>
internal enum CommandGroup
{
    /// <summary>Cells and the space; no data set is needed.</summary>
    Cells,

    /// <summary>What a data set says about cells.</summary>
    Data,

    /// <summary>The files that hold data sets.</summary>
    Files,

    /// <summary>This machine and this program.</summary>
    Machine,
}
