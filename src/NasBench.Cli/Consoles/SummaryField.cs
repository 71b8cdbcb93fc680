namespace NasBench.Cli;

/// <summary>A named value: text or a number.</summary>
internal readonly record struct SummaryField
{
    /// <summary>A text.</summary>
    public SummaryField(string name, string text) => (Name, Text) = (name, text);

    /// <summary>A whole number.</summary>
    public SummaryField(string name, long number) => (Name, Number) = (name, number);

    /// <summary>The name in JSON and in the table.</summary>
    public string Name { get; }

    /// <summary>The text, or null for a number.</summary>
    public string? Text { get; }

    /// <summary>The number.</summary>
    public long Number { get; }
}
