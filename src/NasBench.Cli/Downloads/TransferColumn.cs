using Spectre.Console;
using Spectre.Console.Rendering;

namespace NasBench.Cli;

/// <summary>The part of a progress bar that tells bytes, speed and remaining time.</summary>
/// <param name="meter">Measures them.</param>
internal sealed class TransferColumn(TransferMeter meter) : ProgressColumn
{
    /// <inheritdoc/>
    protected override bool NoWrap => true;

    /// <inheritdoc/>
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
    {
        // Here and not where bytes come in, so that the bar stands at what the words say.
        task.Value = meter.Bytes;
        return new Text(meter.Describe());
    }
}
