namespace NasBench.Cli;

/// <summary>Something worth knowing that is no fault: a cell with fewer repeats than others.</summary>
/// <param name="Hash">The cell; null where the note is about something else.</param>
/// <param name="Epochs">The number of epochs.</param>
/// <param name="Repeats">How many the cell has.</param>
/// <param name="Message">All of it in words.</param>
internal sealed record Note(ModuleHash? Hash, int? Epochs, int? Repeats, string Message);
