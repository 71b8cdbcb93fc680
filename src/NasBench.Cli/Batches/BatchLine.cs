namespace NasBench.Cli;

/// <summary>One question of a batch.</summary>
internal sealed class BatchLine
{
    /// <summary>What stands for the <c>id</c> of a line without one.</summary>
    public static readonly ReadOnlyMemory<byte> NoId = "null"u8.ToArray();

    /// <summary>The JSON text of <c>id</c>, whatever value it is; <c>null</c> where the line has none.</summary>
    public ReadOnlyMemory<byte> Id { get; set; } = NoId;

    /// <summary>The cell; null only where <see cref="Error"/> is not.</summary>
    public CellReference? Cell { get; set; }

    /// <summary>The second cell of a pair; null for a line that names one.</summary>
    public CellReference? Other { get; set; }

    /// <summary><c>epochs</c>, overriding the option.</summary>
    public int? Epochs { get; set; }

    /// <summary><c>half</c>, overriding the option.</summary>
    public bool? Half { get; set; }

    /// <summary><c>repeat</c>, overriding the option.</summary>
    public RepeatChoice? Repeat { get; set; }

    /// <summary>What is wrong with the line itself.</summary>
    public NoAnswer? Error { get; set; }
}
