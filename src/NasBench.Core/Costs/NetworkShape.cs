using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>The network that is built around a cell: a 3x3 convolution as stem, stacks of cells, global average pooling and a dense layer.</summary>
/// <remarks>
/// <para>
/// Each stack but the first begins with a 2x2 max-pooling that halves the image, and doubles the channels
/// (<c>model_builder.build_model_fn</c> of the original).
/// </para>
/// <para>Every number has a limit far beyond any network that is trained, so that the costs of every network fit 64 bits.</para>
/// </remarks>
public readonly record struct NetworkShape
{
    /// <summary>The limits: with channels, image and stacks at their limits, a cell of seven vertices costs less than 2^63 multiply-adds.</summary>
    private const int MaxChannels = 4_096;

    private const int MaxStacks = 8;

    private const int MaxCellsPerStack = 64;

    private const int MaxImageSize = 4_096;

    private const int MaxClasses = 1_048_576;

    /// <summary>The network of NAS-Bench-101: 128 channels, 3 stacks of 3 cells, images of 32x32x3, 10 classes.</summary>
    public NetworkShape()
    {
    }

    /// <summary>The network of NAS-Bench-101.</summary>
    public static NetworkShape Standard => new();

    /// <summary>Channels of the stem and of the first stack: 1 to 4,096.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside this range.</exception>
    public int StemChannels
    {
        get;
        init => field = Check(value, 1, MaxChannels);
    } = 128;

    /// <summary>The number of stacks: 0 to 8.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside this range.</exception>
    public int Stacks
    {
        get;
        init => field = Check(value, 0, MaxStacks);
    } = 3;

    /// <summary>Cells in each stack (<c>num_modules_per_stack</c> of the original): 0 to 64.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside this range.</exception>
    public int CellsPerStack
    {
        get;
        init => field = Check(value, 0, MaxCellsPerStack);
    } = 3;

    /// <summary>Height and width of the input image, in pixels: 1 to 4,096.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside this range.</exception>
    public int ImageSize
    {
        get;
        init => field = Check(value, 1, MaxImageSize);
    } = 32;

    /// <summary>Channels of the input image: 1 to 4,096.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside this range.</exception>
    public int ImageChannels
    {
        get;
        init => field = Check(value, 1, MaxChannels);
    } = 3;

    /// <summary>Outputs of the dense layer: 1 to 1,048,576.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside this range.</exception>
    public int Classes
    {
        get;
        init => field = Check(value, 1, MaxClasses);
    } = 10;

    private static int Check(int value, int smallest, int largest, [CallerMemberName] string? name = null)
        => value >= smallest && value <= largest
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"must be {smallest} to {largest}");
}
