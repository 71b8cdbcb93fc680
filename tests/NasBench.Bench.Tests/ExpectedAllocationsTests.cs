using System.Text.Json;
using System.Text.Json.Nodes;

namespace NasBench.Bench.Tests;

/// <summary>
/// Allocated bytes are exact, so they may fail a build; times never do. What each hot operation allocates is written down in
/// benchmarks/expected-allocations.json; run this test with NASBENCH_UPDATE_ALLOCATIONS=1 to write it anew.
/// </summary>
public class ExpectedAllocationsTests
{
    private const string UpdateSwitch = "NASBENCH_UPDATE_ALLOCATIONS";
    private const int WarmUps = 3;

    private static readonly string s_path = TestFiles.InRepository("benchmarks", "expected-allocations.json");
    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true };

    [Fact]
    public void HotOperations_Warm_AllocateWhatIsWrittenDown()
    {
        Dictionary<string, long> measured = Measure();
        if (Environment.GetEnvironmentVariable(UpdateSwitch) == "1")
        {
            File.WriteAllText(s_path, ToText(measured));
        }

        Assert.Equal(File.ReadAllText(s_path), ToText(measured));
    }

    private static Dictionary<string, long> Measure()
    {
        using var operations = new HotOperations();
        var measured = new Dictionary<string, long>();
        foreach ((string name, Action run) in operations.All())
        {
            for (int i = 0; i < WarmUps; i++)
            {
                run();
            }

            long before = GC.GetAllocatedBytesForCurrentThread();
            run();
            measured.Add(name, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return measured;
    }

    private static string ToText(Dictionary<string, long> measured) =>
        new JsonObject(measured.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value))).ToJsonString(s_options) + "\n";
}
