using NasBench.Data;
using NasBench.TestUtilities;

namespace NasBench.Cli.Tests.Commands;

/// <summary>A file with the made-up values of all cells of at most five vertices.</summary>
public sealed class SmallSpace : IDisposable
{
    public SmallSpace()
    {
        File = Folder["small.tfrecord"];
        SyntheticFileWriter.Write(File, new SyntheticFileOptions { MaxVertices = 5, Epochs = [4, 12, 36, 108] });
    }

    public TemporaryFolder Folder { get; } = new();

    public string File { get; }

    public void Dispose() => Folder.Dispose();
}
