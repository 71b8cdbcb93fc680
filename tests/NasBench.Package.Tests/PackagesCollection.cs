namespace NasBench.Package.Tests;

/// <summary>The tests that share one feed, so that the packages are made once.</summary>
[CollectionDefinition(Name)]
public sealed class PackagesCollection : ICollectionFixture<LocalFeed>
{
    public const string Name = "Packages";
}
