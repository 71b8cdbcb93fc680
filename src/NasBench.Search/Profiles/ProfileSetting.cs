namespace NasBench.Search;

/// <summary>One setting of one algorithm, with the value of each profile: a line of <see cref="ProfileTable"/>.</summary>
/// <param name="Algorithm">The algorithm's name; <c>*</c> for a setting of all.</param>
/// <param name="Name">The setting's name.</param>
/// <param name="Domain">The values that it can have.</param>
/// <param name="Values">A value for each profile, in the order of <see cref="SearchProfile"/>; <c>-</c> where the profile has no such setting.</param>
/// <param name="Meaning">What it does.</param>
public sealed record ProfileSetting(string Algorithm, string Name, SettingDomain Domain, IReadOnlyList<string> Values, string Meaning)
{
    /// <summary>The value in a profile; null where the profile has none.</summary>
    /// <param name="profile">The profile.</param>
    public string? In(SearchProfile profile) => Values[(int)profile] is "-" ? null : Values[(int)profile];
}
