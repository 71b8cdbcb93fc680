using NasBench.TestUtilities;

namespace NasBench.Search.Tests;

/// <summary>An evaluation of the strategies without a model allocates nothing.</summary>
public sealed class AllocationTests
{
    [Theory]
    [InlineData("random", "raw")]
    [InlineData("random", "c")]
    [InlineData("re", "a-raw9")]
    [InlineData("nre", "raw")]
    [InlineData("annealing", "raw")]
    [InlineData("mutate-best", "raw")]
    public void Evaluate_Warm_AllocatesNothing(string algorithm, string encoding)
    {
        RunningSearch search = RunningSearch.Start(SyntheticData.Whole, algorithm, SearchEncoding.Find(encoding)!);
        search.Evaluate(5000);

        AllocationAssert.AllocatesNothing(() => search.Evaluate(500));
    }
}
