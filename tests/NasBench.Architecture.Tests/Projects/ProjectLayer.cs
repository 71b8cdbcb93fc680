namespace NasBench.Architecture.Tests;

/// <summary>A project of <c>src</c> or <c>generators</c> and what it may use.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Uses">The projects that it may use; what these may use is allowed with them.</param>
internal sealed record ProjectLayer(string Name, params IReadOnlyList<string> Uses)
{
    /// <summary>All projects, the lowest first. Projects that are not written yet have their place too.</summary>
    public static IReadOnlyList<ProjectLayer> All { get; } =
    [
        new("NasBench.Generators"),
        new("NasBench.Core", "NasBench.Generators"),
        new("NasBench.Data", "NasBench.Core"),
        new("NasBench.Export", "NasBench.Data"),
        new("NasBench.Search", "NasBench.Data", "NasBench.Export"),
        new("NasBench.Analysis", "NasBench.Data", "NasBench.Search"),
        new("NasBench.Plots", "NasBench.Analysis"),
        new("NasBench.Explorer", "NasBench.Analysis"),
        new("NasBench.Training", "NasBench.Data"),
        new("NasBench.Trainer", "NasBench.Training"),
        new("NasBench.Native", "NasBench.Data"),
        new("NasBench.Bench", "NasBench.Data", "NasBench.Search"),
        new("NasBench.Cli", "NasBench.Export", "NasBench.Analysis", "NasBench.Plots", "NasBench.Explorer", "NasBench.Bench", "NasBench.Search"),
    ];

    /// <summary>The layer of a project; null where it is not listed.</summary>
    public static ProjectLayer? Find(string name) => All.FirstOrDefault(layer => layer.Name == name);

    /// <summary>All projects that a project may reference.</summary>
    public static IReadOnlySet<string> Allowed(string name)
    {
        HashSet<string> allowed = [];
        foreach (string used in Find(name)?.Uses ?? [])
        {
            allowed.Add(used);
            allowed.UnionWith(Allowed(used));
        }

        return allowed;
    }
}
