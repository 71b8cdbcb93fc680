namespace NasBench.Generators.Tests;

/// <summary>Every kind of declaration that a user may write: what is generated for it compiles without a warning.</summary>
public sealed class DeclaredTypeTests
{
    private const string Attribute = "[NasBench.SearchSpace(MaxVertices = 3, Operations = [\"a\", \"b\"])]";

    [Theory]
    [InlineData("partial struct Space;")]
    [InlineData("readonly partial struct Space;")]
    [InlineData("internal readonly partial struct Space;")]
    [InlineData("unsafe partial struct Space { static int* Twice(int* pointer) => pointer; }")]
    [InlineData("partial class Space;")]
    [InlineData("sealed partial class Space;")]
    [InlineData("abstract partial class Space;")]
    [InlineData("partial record Space;")]
    [InlineData("partial record class Space(int X);")]
    [InlineData("readonly partial record struct Space(int X);")]
    public void Generator_EachKindOfType_Compiles(string declaration)
        => GeneratorHost.Run($"{Attribute} {declaration}").AssertCompiles();

    [Theory]
    [InlineData("sealed partial class Outer")]
    [InlineData("static partial class Outer")]
    [InlineData("partial struct Outer")]
    [InlineData("readonly ref partial struct Outer")]
    [InlineData("abstract partial record Outer")]
    [InlineData("partial record struct Outer")]
    [InlineData("partial interface Outer")]
    public void Generator_EachKindOfContainer_Compiles(string container)
        => GeneratorHost.Run($"namespace A.B; {container} {{ {Attribute} private partial struct Space; }}").AssertCompiles();

    [Theory]
    [InlineData("public")]
    [InlineData("internal")]
    public void Generator_DocumentedPublicType_NeedsNoMoreDocumentation(string accessibility)
        => GeneratorHost.Run(
            $$"""
            namespace Demo.Spaces
            {
                /// <summary>Around.</summary>
                public static partial class Outer
                {
                    /// <summary>The space.</summary>
                    {{Attribute}}
                    {{accessibility}} readonly partial struct Space;
                }
            }
            """).AssertCompiles();

    [Fact]
    public void Generator_NamesThatAreKeywords_AreEscaped()
    {
        GeneratorOutcome outcome = GeneratorHost.Run(
            $"namespace @namespace.@event; partial class @class {{ partial struct @record {{ {Attribute} partial struct @int; }} }}");

        outcome.AssertCompiles();
        Assert.Contains("namespace.event.class.record.int.Limits.g.cs", outcome.Files.Keys);
    }

    [Fact]
    public void Generator_NamesThatHideTheEngine_Compile()
        => GeneratorHost.Run(
            $$"""
            using Engine = NasBench;

            namespace Mine.NasBench.System
            {
                class ReadOnlySpan<T>;
                class MemoryExtensions;

                [Engine::SearchSpace(MaxVertices = 3, Operations = ["a"])]
                partial struct Space;
            }
            """).AssertCompiles();

    [Fact]
    public void Generator_TwoPartsAndTwoSpaces_GeneratesEachOnce()
    {
        GeneratorOutcome outcome = GeneratorHost.Run(
            $$"""
            {{Attribute}} partial struct First;
            partial struct First { public int Property => 1; }
            namespace Other { {{Attribute}} partial struct First; }
            """);

        outcome.AssertCompiles();
        Assert.Equal(2, outcome.Files.Keys.Count(name => name.EndsWith("Limits.g.cs", StringComparison.Ordinal)));
    }

    [Fact]
    public void Generator_CheckedArithmetic_Compiles()
        => Assert.Empty(GeneratorHost.Run($"{Attribute} partial struct Space;").Output
            .WithOptions(GeneratorHost.Compile("").Options.WithOverflowChecks(true))
            .GetDiagnostics(TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("größe")]
    [InlineData("畳み込み3x3")]
    [InlineData("🙂")]
    [InlineData("{0}")]
    [InlineData("<a>&amp;")]
    [InlineData("conv_3x3[stride=2]/x")]
    public void Generator_UnusualOperationName_Compiles(string name)
        => GeneratorHost.Run($"[NasBench.SearchSpace(MaxVertices = 3, Operations = [\"{name}\", \"b\"])] partial struct Space;").AssertCompiles();

    [Fact]
    public void Generator_OperationsAsConstants_Compile()
        => GeneratorHost.Run(
            """
            static class Names { public const string A = "a"; public const int Limit = 3; }
            [NasBench.SearchSpace(MaxVertices = Names.Limit, Operations = new string[] { Names.A, nameof(Names), "x" + "y" })]
            partial struct Space;
            """).AssertCompiles();
}
