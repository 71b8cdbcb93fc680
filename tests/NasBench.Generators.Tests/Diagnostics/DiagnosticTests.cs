using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NasBench.Generators.Tests;

public sealed class DiagnosticTests
{
    [Fact]
    public void NBG001_TypeNotPartial_PointsAtItsName()
        => GeneratorHost.Run(Space("struct Space;")).AssertDiagnostic("NBG001", "Space");

    [Fact]
    public void NBG002_ContainerNotPartial_PointsAtItsName()
        => GeneratorHost.Run($"partial class Outer {{ class Middle {{ {Space("partial struct Space;")} }} }}").AssertDiagnostic("NBG002", "Middle");

    [Theory]
    [InlineData("static partial class Space;", "a static type implements no interface")]
    [InlineData("ref partial struct Space;", "a ref struct is no type argument")]
    [InlineData("file partial struct Space;", "a file-local type has no second file")]
    [InlineData("partial struct Space<T>;", "it is generic or inside a generic type")]
    public void NBG003_UnsuitableType_PointsAtItsNameWithReason(string declaration, string reason)
    {
        Diagnostic diagnostic = GeneratorHost.Run(Space(declaration)).AssertDiagnostic("NBG003", "Space");

        Assert.EndsWith(reason, diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void NBG003_InsideGenericType_PointsAtItsName()
        => GeneratorHost.Run($"partial class Outer<T> {{ {Space("partial struct Space;")} }}").AssertDiagnostic("NBG003", "Space");

    [Theory]
    [InlineData("1")]
    [InlineData("8")]
    [InlineData("-3")]
    [InlineData("int.MaxValue")]
    public void NBG004_MaxVerticesOutOfRange_PointsAtValue(string value)
        => Declare($"MaxVertices = {value}, Operations = [\"a\"]").AssertDiagnostic("NBG004", value);

    [Theory]
    [InlineData("-1")]
    [InlineData("4 * 4")]
    [InlineData("11")]
    public void NBG005_MaxEdgesOutOfRange_PointsAtValue(string value)
        => Declare($"MaxEdges = {value}, MaxVertices = 5, Operations = [\"a\"]").AssertDiagnostic("NBG005", value);

    [Fact]
    public void NBG006_NoOperations_PointsAtAttribute()
        => Declare("MaxVertices = 3").AssertDiagnostic("NBG006", "NasBench.SearchSpace(MaxVertices = 3)");

    [Fact]
    public void NBG006_NoArguments_PointsAtAttribute()
    {
        GeneratorOutcome outcome = GeneratorHost.Run("[NasBench.SearchSpace] partial struct Space;");

        Diagnostic diagnostic = Assert.Single(outcome.Result.Diagnostics, diagnostic => diagnostic.Id == "NBG006");
        Assert.Equal("NasBench.SearchSpace", outcome.TextAt(diagnostic));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("new string[0]")]
    [InlineData("""["a", "b", "c", "d", "e", "f", "g", "h"]""")]
    public void NBG006_WrongNumberOfOperations_PointsAtArray(string array)
        => Declare($"MaxVertices = 3, Operations = {array}").AssertDiagnostic("NBG006", array);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("\"in put\"")]
    [InlineData("\"a,b\"")]
    [InlineData("\"a\\\"b\"")]
    [InlineData("\"a'b\"")]
    [InlineData("\"a\\\\b\"")]
    [InlineData("\"a\\nb\"")]
    [InlineData("\"a\\0\"")]
    [InlineData("\"a\\u0085\"")]
    [InlineData("\"a\\u2028\"")]
    [InlineData("\"\\u00a0\"")]
    [InlineData("\"a\\ud800\"")]
    [InlineData("\"\\udc00a\"")]
    [InlineData("\"input\"")]
    [InlineData("\"output\"")]
    [InlineData("\"unknown\"")]
    public void NBG007_BadOperationName_PointsAtName(string literal)
    {
        Declare($"MaxVertices = 3, Operations = [\"fine\", {literal}]").AssertDiagnostic("NBG007", literal);
        Declare($"MaxVertices = 3, Operations = new[] {{ \"fine\", {literal} }}").AssertDiagnostic("NBG007", literal);
        Declare($"MaxVertices = 3, Operations = new string[] {{ \"fine\", {literal} }}").AssertDiagnostic("NBG007", literal);
    }

    [Fact]
    public void NBG008_DuplicateOperationName_PointsAtSecond()
        => Declare("MaxVertices = 3, Operations = [\"a\", \"b\", @\"a\"]").AssertDiagnostic("NBG008", "@\"a\"");

    [Fact]
    public void NBG009_TooManyTopologies_PointsAtEdgeLimit()
        => Declare("MaxVertices = 7, MaxEdges = 12, Operations = [\"a\"]").AssertDiagnostic("NBG009", "12");

    [Fact]
    public void NBG009_SevenVerticesWithoutLimit_PointsAtVertices()
        => Declare("MaxVertices = 7, Operations = [\"a\"]").AssertDiagnostic("NBG009", "7");

    [Fact]
    public void NBG009_EverythingByDefault_PointsAtAttribute()
        => Declare("Operations = [\"a\"]").AssertDiagnostic("NBG009", "NasBench.SearchSpace(Operations = [\"a\"])");

    [Theory]
    [InlineData("const int MaxVertices = 3;", "MaxVertices")]
    [InlineData("int Adjacency { get; }", "Adjacency")]
    [InlineData("void TryParseOperation(int number) { }", "TryParseOperation")]
    public void NBG010_MemberOfGeneratedName_PointsAtMember(string member, string name)
        => GeneratorHost.Run(Space($"partial class Space {{ {member} }}")).AssertDiagnostic("NBG010", name);

    [Fact]
    public void NBG010_TypeOfGeneratedName_PointsAtType()
        => GeneratorHost.Run(Space("partial class Adjacency;")).AssertDiagnostic("NBG010", "Adjacency");

    [Fact]
    public void NBG011_OldLanguage_PointsAtType()
        => GeneratorHost.Run(
            "[NasBench.SearchSpace(MaxVertices = 3, Operations = new[] { \"a\" })] partial class Space { }",
            LanguageVersion.CSharp11).AssertDiagnostic("NBG011", "Space");

    [Fact]
    public void NBG012_TagOfAnotherSpace_PointsAtTheSecondSpace()
    {
        (string one, string other) = FindNamesWithOneTag();
        GeneratorOutcome outcome = GeneratorHost.Run(Named("First", one) + Named("Second", other) + Named("Third", one));

        AssertTagTaken(outcome, "Second", "Cells of 'Second' could not be told from cells of 'First'");
    }

    [Fact]
    public void NBG012_TagOfNas101_PointsAtTheSpace()
    {
        string name = NamesToTry().First(name => TagOf(name) == 0);

        AssertTagTaken(GeneratorHost.Run(Named("Space", name)), "Space", "Cells of 'Space' could not be told from cells of NAS-Bench-101");
    }

    [Fact]
    public void NBG012_TheSameDeclarationTwice_NotReported()
        => Assert.Empty(GeneratorHost.Run(Named("First", "a") + Named("Second", "a")).AssertCompiles().Result.Diagnostics);

    [Fact]
    public void Generator_SeveralFaults_ReportsEach()
    {
        GeneratorOutcome outcome = GeneratorHost.Run("[NasBench.SearchSpace(MaxVertices = 9, Operations = [\"a\", \"a\"])] struct Space;");

        Assert.Equal(["NBG001", "NBG004", "NBG008"], outcome.Result.Diagnostics.Select(diagnostic => diagnostic.Id).Order());
    }

    [Theory]
    [InlineData("MaxVertices = \"seven\", Operations = [\"a\"]")]
    [InlineData("MaxVertices = 3, Operations = [1]")]
    [InlineData("MaxVertices = 3, Operations = \"a\"")]
    [InlineData("MaxVertices = 3, Operation = [\"a\"]")]
    [InlineData("3, Operations = [\"a\"]")]
    public void Generator_ArgumentsThatDoNotCompile_LeavesThemToTheCompiler(string arguments)
    {
        GeneratorOutcome outcome = Declare(arguments);

        Assert.Empty(outcome.Result.Diagnostics);
        Assert.Empty(outcome.Files);
        Assert.Contains(outcome.Output.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void Generator_AttributeOnTwoParts_LeavesItToTheCompiler()
    {
        GeneratorOutcome outcome = GeneratorHost.Run(Space("partial struct Space;") + "\n" + Space("partial struct Space;"));

        Assert.Empty(outcome.Result.Diagnostics);
        Assert.Contains(outcome.Output.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic.Id == "CS0579");
    }

    [Fact]
    public void Descriptors_AllIds_AreInTheReleaseNotes()
    {
        string notes = File.ReadAllText(TestUtilities.TestFiles.InRepository("generators", "NasBench.Generators", "AnalyzerReleases.Unshipped.md"));

        for (int number = 1; number <= 12; number++)
        {
            string id = $"NBG{number:000}";
            DiagnosticDescriptor descriptor = DiagnosticDescriptors.ById(id);
            Assert.Contains($"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}\n", notes, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> NamesToTry()
        => Enumerable.Range(0, int.MaxValue).Select(number => "n" + number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static uint TagOf(string name) => SpaceTag.Compute(SpaceTag.Text(new LimitSpec(3, 3, 1), new([name])));

    private static (string One, string Other) FindNamesWithOneTag()
    {
        Dictionary<uint, string> names = [];
        foreach (string name in NamesToTry())
        {
            if (!names.TryAdd(TagOf(name), name))
            {
                return (names[TagOf(name)], name);
            }
        }

        throw new InvalidOperationException("All names were tried.");
    }

    /// <summary>The tables are there all the same: whoever reads the error is not led astray by a hundred others.</summary>
    private static void AssertTagTaken(GeneratorOutcome outcome, string squiggled, string message)
    {
        Diagnostic diagnostic = Assert.Single(outcome.Result.Diagnostics);
        Assert.Equal("NBG012", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Equal(squiggled, outcome.TextAt(diagnostic));
        Assert.StartsWith(message, diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.NotEmpty(outcome.Files);
    }

    private static string Named(string type, string operation)
        => $"[NasBench.SearchSpace(MaxVertices = 3, Operations = [\"{operation}\"])] partial struct {type};\n";

    private static GeneratorOutcome Declare(string arguments)
        => GeneratorHost.Run($"[NasBench.SearchSpace({arguments})] partial struct Space;");

    private static string Space(string declaration)
        => $"[NasBench.SearchSpace(MaxVertices = 3, Operations = [\"a\"])] {declaration}";
}
