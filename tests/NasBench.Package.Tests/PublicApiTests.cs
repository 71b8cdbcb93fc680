using System.Reflection;
using System.Runtime.CompilerServices;
using NasBench.Analysis;
using NasBench.Data;
using NasBench.Export;
using NasBench.Plots;
using NasBench.Search;
using NasBench.TestUtilities;
using PublicApiGenerator;

namespace NasBench.Package.Tests;

/// <summary>
/// The public surface of the libraries is the approved one, so that no member appears, changes or goes unnoticed. After a change that is meant,
/// run this test with <c>NASBENCH_APPROVE=1</c> in the environment and commit the file that it writes.
/// </summary>
[Trait("Category", "Once")]
public sealed class PublicApiTests
{
    private const string ApproveSwitch = "NASBENCH_APPROVE";

    /// <summary>How a member is compiled is no part of the surface.</summary>
    private static readonly ApiGeneratorOptions s_options = new()
    {
        IncludeAssemblyAttributes = false,
        ExcludeAttributes = [typeof(SkipLocalsInitAttribute).FullName!],
    };

    [Fact]
    public void PublicApi_Core_IsApproved() => Check(typeof(Cell).Assembly);

    [Fact]
    public void PublicApi_Data_IsApproved() => Check(typeof(Dataset).Assembly);

    [Fact]
    public void PublicApi_Search_IsApproved() => Check(typeof(ISearchStrategy).Assembly);

    [Fact]
    public void PublicApi_Analysis_IsApproved() => Check(typeof(Landscape).Assembly);

    [Fact]
    public void PublicApi_Export_IsApproved() => Check(typeof(ExportFormats).Assembly);

    [Fact]
    public void PublicApi_Plots_IsApproved() => Check(typeof(Picture).Assembly);

    private static void Check(Assembly assembly)
    {
        string path = TestFiles.InRepository("tests", "NasBench.Package.Tests", "Approved", $"{assembly.GetName().Name}.txt");
        string actual = assembly.GeneratePublicApi(s_options).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable(ApproveSwitch) == "1")
        {
            File.WriteAllText(path, actual);
        }

        string approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        Assert.True(
            approved == actual,
            $"The public API of {assembly.GetName().Name} differs from {path}. {ApproveSwitch}=1 approves it.\n{FirstDifference(approved, actual)}");
    }

    private static string FirstDifference(string approved, string actual)
    {
        string[] before = approved.Split('\n');
        string[] after = actual.Split('\n');
        int line = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"line {line + 1}\napproved: {before.ElementAtOrDefault(line)}\nnow:      {after.ElementAtOrDefault(line)}";
    }
}
