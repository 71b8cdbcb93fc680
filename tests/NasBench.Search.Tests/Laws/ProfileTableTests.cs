namespace NasBench.Search.Tests;

public sealed class ProfileTableTests
{
    [Fact]
    public void All_ValueOfEachProfile_IsInTheDomain()
    {
        int profiles = Enum.GetValues<SearchProfile>().Length;
        foreach (ProfileSetting setting in ProfileTable.All)
        {
            Assert.Equal(profiles, setting.Values.Count);
            Assert.All(setting.Values, value => Assert.True(value == "-" || setting.Domain.Contains(value), $"{setting.Algorithm} {setting.Name}: {value}"));
        }
    }
}
