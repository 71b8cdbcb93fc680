namespace NasBench.Search.Tests;

/// <summary>Settings with which models are fitted quickly, for laws that hold for any settings.</summary>
internal static class QuickSettings
{
    public static KeyValuePair<string, string>[] Of(string algorithm)
        => ProfileTable.SettingsOf(algorithm).Any(setting => setting.Name == "training_epochs") ? [new("training_epochs", "5")] : [];
}
