using Microsoft.CodeAnalysis;

namespace NasBench.Generators.Tests;

public sealed class GeneratedMembersTests
{
    [Fact]
    public void Members_OfEachPart_AreThoseThatItWrites()
    {
        GeneratorOutcome outcome = GeneratorHost.Run("[NasBench.SearchSpace(MaxVertices = 3, Operations = [\"a\"])] readonly partial struct Space;");
        INamedTypeSymbol space = outcome.AssertCompiles().Output.GetTypeByMetadataName("Space")!;

        ILookup<string, string> written = space.GetMembers()
            .Where(member => !member.IsImplicitlyDeclared && member is not IMethodSymbol { AssociatedSymbol: not null })
            .ToLookup(FileOf, member => member.Name);

        Assert.Equal(SpaceFiles.Parts.Select(part => $"Space.{part.Name}.g.cs").Order(), written.Select(file => file.Key).Order());
        Assert.All(SpaceFiles.Parts, part =>
            Assert.Equal(part.Members.Order(), written[$"Space.{part.Name}.g.cs"].Distinct().Order()));
        Assert.All(written.SelectMany(file => file), name => Assert.True(GeneratedMembers.Contains(name), name));
    }

    private static string FileOf(ISymbol member) => Path.GetFileName(member.DeclaringSyntaxReferences.Single().SyntaxTree.FilePath);
}
