using System.Reflection;

namespace NasBench.Package.Tests;

/// <summary>What the build of this test project knew.</summary>
internal static class BuildFacts
{
    /// <summary>Debug or Release: what was built, hence what can be packed without building again.</summary>
    public static string Configuration => Get("Configuration");

    /// <summary>The folder of the packages that were restored for this build.</summary>
    public static string PackageRoot => Get("NuGetPackageRoot");

    private static string Get(string key) =>
        typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(fact => fact.Key == key).Value
        ?? throw new InvalidOperationException($"the build did not say {key}");
}
