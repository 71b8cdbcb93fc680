using System.Text;
using NasBench.TestUtilities;

namespace NasBench.Generators.Tests;

/// <summary>Generated files kept in the repository. Set NASBENCH_UPDATE_BASELINES=1 to write them anew, then read the difference.</summary>
internal static class Baseline
{
    public const string UpdateSwitch = "NASBENCH_UPDATE_BASELINES";

    /// <summary>The checked-in files of a test are exactly these.</summary>
    public static void Verify(string test, IEnumerable<KeyValuePair<string, string>> files)
    {
        string folder = TestFiles.InRepository("tests", "NasBench.Generators.Tests", "Baselines", test);
        SortedDictionary<string, string> actual = new(
            files.ToDictionary(file => file.Key + ".txt", file => WithoutVersion(file.Value)),
            StringComparer.Ordinal);
        if (Environment.GetEnvironmentVariable(UpdateSwitch) == "1")
        {
            Write(folder, actual);
        }

        Assert.True(Directory.Exists(folder), $"no baselines in {folder}: set {UpdateSwitch}=1");
        Assert.Equal(actual.Keys, Directory.GetFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        foreach ((string name, string text) in actual)
        {
            Assert.Equal(File.ReadAllText(Path.Combine(folder, name)), text);
        }
    }

    /// <summary>The text without the generator's version, which would change every baseline at every release.</summary>
    public static string WithoutVersion(string text)
        => text.Replace($"\"{typeof(SearchSpaceGenerator).Assembly.GetName().Version}\"", "\"VERSION\"", StringComparison.Ordinal);

    private static void Write(string folder, SortedDictionary<string, string> files)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        foreach ((string name, string text) in files)
        {
            File.WriteAllText(Path.Combine(folder, name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
    }
}
