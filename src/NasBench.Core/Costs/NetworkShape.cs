namespace NasBench;

/// <summary>The network that is built around a cell: a 3x3 convolution as stem, stacks of cells, global average pooling and a dense layer.</summary>
/// <remarks>
/// Each stack but the first begins with a 2x2 max-pooling that halves the image, and doubles the channels
/// (<c>model_builder.build_model_fn</c> of the original).
/// </remarks>
public readonly record struct NetworkShape
{
    /// <summary>The network of NAS-Bench-101: 128 channels, 3 stacks of 3 cells, images of 32x32x3, 10 classes.</summary>
    public NetworkShape()
    {
    }

    /// <summary>The network of NAS-Bench-101.</summary>
    public static NetworkShape Standard => new();

    /// <summary>Channels of the stem and of the first stack.</summary>
    public int StemChannels { get; init; } = 128;

    /// <summary>The number of stacks.</summary>
    public int Stacks { get; init; } = 3;

    /// <summary>Cells in each stack (<c>num_modules_per_stack</c> of the original).</summary>
    public int CellsPerStack { get; init; } = 3;

    /// <summary>Height and width of the input image, in pixels.</summary>
    public int ImageSize { get; init; } = 32;

    /// <summary>Channels of the input image.</summary>
    public int ImageChannels { get; init; } = 3;

    /// <summary>Outputs of the dense layer.</summary>
    public int Classes { get; init; } = 10;
}
