using System.Reflection;
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

    /// <summary>The one file too large to keep is kept as its digest: the facts in it are tested by <see cref="Nas101TableTests"/>.</summary>
    [Fact]
    public void Emit_Nas101_EqualsBaseline()
    {
        Dictionary<string, string> files = new(GeneratorHost.Run(Nas101Source).AssertCompiles().Files);

        Assert.True(files.Remove("Demo.Nas101.Topologies.g.cs", out string? topologies));
        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Baseline.WithoutVersion(topologies))));
        files.Add("Demo.Nas101.Topologies.g.cs.sha256", digest + "\n");
        Baseline.Verify("Nas101", files);
    }

    /// <summary>Constant data leaves no array behind, neither in the type nor among the compiler's own: nothing is built when a program starts.</summary>
    [Fact]
    public void Emit_Nas101_CompilesToConstantData()
    {
        using var image = new MemoryStream();
        Assert.True(GeneratorHost.Run(Nas101Source).Output.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);

        const BindingFlags all = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        IEnumerable<FieldInfo> arrays = Assembly.Load(image.ToArray()).GetTypes()
            .SelectMany(type => type.GetFields(all))
            .Where(field => field.FieldType.IsArray);
        Assert.Equal(VocabularyEmitter.NameArray, Assert.Single(arrays).Name);
    }

    private const string Nas101Source =
        """
        namespace Demo;

        /// <summary>As the engine declares it.</summary>
        [NasBench.SearchSpace(MaxVertices = 7, MaxEdges = 9, Operations = ["conv3x3-bn-relu", "conv1x1-bn-relu", "maxpool3x3"])]
        public readonly partial struct Nas101;
        """;
}
