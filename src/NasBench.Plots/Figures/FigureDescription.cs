namespace NasBench.Plots;

/// <summary>A figure that can be drawn.</summary>
public sealed class FigureDescription
{
    /// <summary>Describes a figure.</summary>
    internal FigureDescription(string name, string? paper, string title, FigureNeeds needs, Func<FigureMaterial, FigureLayout> create)
    {
        Name = name;
        Paper = paper;
        Title = title;
        Needs = needs;
        Create = create;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its number in the paper, as <c>figure7</c>; null for one that the paper does not have.</summary>
    public string? Paper { get; }

    /// <summary>What it shows.</summary>
    public string Title { get; }

    /// <summary>What it needs beside the data set.</summary>
    public FigureNeeds Needs { get; }

    /// <summary>Prepares the figure.</summary>
    internal Func<FigureMaterial, FigureLayout> Create { get; }
}
