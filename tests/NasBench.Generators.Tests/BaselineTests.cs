using System.Security.Cryptography;
using System.Text;

namespace NasBench.Generators.Tests;

public sealed class BaselineTests
{
    [Fact]
    public void Emit_FourVertices_EqualsBaseline()
    {
        GeneratorOutcome outcome = GeneratorHost.Run(
            """
            namespace Demo
            {
                partial class Outer
                {
                    /// <summary>A small space.</summary>
                    [NasBench.SearchSpace(MaxVertices = 4, Operations = ["conv", "pool", "größe"])]
                    public readonly partial struct Small;
                }
            }
            """).AssertCompiles();

        Baseline.Verify("FourVertices", outcome.Files);
    }

    [Fact]
    public void Emit_Nas101_EqualsBaseline()
    {
        GeneratorOutcome outcome = GeneratorHost.Run(Nas101Source).AssertCompiles();

        Baseline.Verify("Nas101", outcome.Files.Where(file => !file.Key.Contains(".Topologies.", StringComparison.Ordinal)));
    }

    /// <summary>The one file too large to keep: the facts in it are tested in <see cref="SpaceTableTests"/>, this only notices a change.</summary>
    [Fact]
    public void Emit_Nas101Topologies_HasKnownDigest()
    {
        GeneratorOutcome outcome = GeneratorHost.Run(Nas101Source);

        string numbers = string.Concat(outcome.Files["Demo.Nas101.Topologies.g.cs"].Split('\n').Where(line => !line.Contains("GeneratedCode", StringComparison.Ordinal)).Select(line => line + "\n"));
        Assert.Equal("10ff78db952c2ccd6699f59db5e5b333216e8a72bd8e735324d88266b364e263", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(numbers))));
    }

    private const string Nas101Source =
        """
        namespace Demo;

        /// <summary>As the engine declares it.</summary>
        [NasBench.SearchSpace(MaxVertices = 7, MaxEdges = 9, Operations = ["conv3x3-bn-relu", "conv1x1-bn-relu", "maxpool3x3"])]
        public readonly partial struct Nas101;
        """;
}
