using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Costs;

public class CellCostsTests
{
    private static readonly ReferenceSpace s_space = ReferenceSpace.Nas101;

    private static readonly Gen<NetworkShape> s_shapes =
        from stem in Gen.Int[1, 200]
        from stacks in Gen.Int[0, 4]
        from cells in Gen.Int[0, 4]
        from size in Gen.Int[1, 64]
        from channels in Gen.Int[1, 4]
        from classes in Gen.Int[1, 1_000]
        select new NetworkShape { StemChannels = stem, Stacks = stacks, CellsPerStack = cells, ImageSize = size, ImageChannels = channels, Classes = classes };

    [Fact]
    public void TryGet_AnyCellInTheStandardNetwork_AsTheReference() =>
        CellGens.Raw(s_space).Sample(raw => AssertCosts(raw, NetworkShape.Standard), iter: 3_000);

    [Fact]
    public void TryGet_AnyCellInAnyNetwork_AsTheReference() =>
        Gen.Select(CellGens.Raw(s_space), s_shapes).Sample(AssertCosts, iter: 3_000);

    [Fact]
    public void TryGetVertexChannels_AnyChannels_AsTheReference() =>
        Gen.Select(CellGens.Raw(s_space), Gen.Int[1, 20], Gen.Int[1, 600]).Sample((raw, input, output) =>
        {
            int[]? expected = raw.Prune() is { } pruned ? ReferenceNetwork.GetVertexChannels(pruned, input, output) : null;
            int[] channels = new int[7];

            Assert.Equal(expected is not null, CellCosts.TryGetVertexChannels(EngineCells.Create(raw), input, output, channels));
            if (expected is not null)
            {
                Assert.Equal(expected, channels[..expected.Length]);
            }
        }, iter: 3_000);

    [Fact]
    public void TryGetVertexChannels_FewerChannelsThanVertices_AsTheReference() =>
        Gen.Select(CellGens.Raw(s_space), Gen.Int[1, 6]).Sample((raw, output) =>
        {
            bool expected = raw.Prune() is { } pruned && ReferenceNetwork.GetVertexChannels(pruned, 8, output) is not null;

            Assert.Equal(expected, CellCosts.TryGetVertexChannels(EngineCells.Create(raw), 8, output, new int[7]));
        }, iter: 3_000);

    [Fact]
    public void TryGetVertexChannels_SpanTooShort_Throws() =>
        Assert.Throws<ArgumentException>(() => CellCosts.TryGetVertexChannels(Cell.Parse("0100 input,output"), 1, 1, new int[1]));

    [Fact]
    public void TrainableParametersAtAndFlopsAt_Sample_AsTheReference()
    {
        for (int index = 0; index < Space<Nas101>.Count; index += 101)
        {
            ReferenceNetwork expected = ReferenceNetwork.Build(EngineCells.ToReference(s_space, Space<Nas101>.CellAt(index)))!;

            Assert.Equal(expected.Parameters, CellCosts.TrainableParametersAt(index));
            Assert.Equal(expected.MultiplyAdds, CellCosts.FlopsAt(index));
        }
    }

    [Fact]
    public void TryGet_NoNetwork_StatusAndZero()
    {
        Assert.Equal(CellStatus.Disconnected, CellCosts.TryGetTrainableParameters(default, NetworkShape.Standard, out long parameters));
        Assert.Equal(0, parameters);
        Assert.Equal(CellStatus.Disconnected, CellCosts.TryGetFlops(default, NetworkShape.Standard, out long flops));
        Assert.Equal(0, flops);
        Assert.False(CellCosts.TryGetVertexChannels(default, 1, 1, new int[7]));

        Assert.Equal(CellStatus.Ok, Cell.CreateRawFromMask<Spaces.SixVertices>(3, 7, [6], out Cell otherVocabulary));
        Assert.Equal(CellStatus.OtherSpace, CellCosts.TryGetTrainableParameters(otherVocabulary, NetworkShape.Standard, out parameters));
        Assert.Equal(0, parameters);
    }

    [Fact]
    public void TryGet_LargestNetworkOfTheDensestCell_FitsSixtyFourBits()
    {
        var shape = new NetworkShape
        {
            StemChannels = 4_096,
            Stacks = 8,
            CellsPerStack = 64,
            ImageSize = 4_096,
            ImageChannels = 4_096,
            Classes = 1_048_576,
        };
        Assert.Equal(CellStatus.Ok, Cell.CreateRawFromMask(7, (1u << 21) - 1, [0, 0, 0, 0, 0], out Cell full));
        Assert.Equal(CellStatus.Ok, Cell.CreateRawFromMask(7, 0b100000_10000_1000_100_10_1, [0, 0, 0, 0, 0], out Cell chain));
        foreach (Cell cell in (Cell[])[full, chain, Cell.Parse("0100 input,output")])
        {
            (Int128 parameters, Int128 multiplyAdds) = Count(cell, shape);

            Assert.Equal(CellStatus.Ok, CellCosts.TryGetTrainableParameters(cell, shape, out long found));
            Assert.Equal(parameters, found);
            Assert.Equal(CellStatus.Ok, CellCosts.TryGetFlops(cell, shape, out found));
            Assert.Equal(multiplyAdds, found);
        }
    }

    [Fact]
    public void NetworkShape_NumberBeyondItsLimits_Throws()
    {
        foreach (int number in (int[])[int.MinValue, -1, 1_048_577, int.MaxValue])
        {
            AssertRefused("StemChannels", () => new NetworkShape { StemChannels = number });
            AssertRefused("Stacks", () => new NetworkShape { Stacks = number });
            AssertRefused("CellsPerStack", () => new NetworkShape { CellsPerStack = number });
            AssertRefused("ImageSize", () => new NetworkShape { ImageSize = number });
            AssertRefused("ImageChannels", () => NetworkShape.Standard with { ImageChannels = number });
            AssertRefused("Classes", () => NetworkShape.Standard with { Classes = number });
        }

        AssertRefused("StemChannels", () => new NetworkShape { StemChannels = 0 });
        AssertRefused("StemChannels", () => new NetworkShape { StemChannels = 4_097 });
        AssertRefused("Stacks", () => new NetworkShape { Stacks = 9 });
        AssertRefused("CellsPerStack", () => new NetworkShape { CellsPerStack = 65 });
        AssertRefused("ImageSize", () => new NetworkShape { ImageSize = 4_097 });

        static void AssertRefused(string name, Func<NetworkShape> create) =>
            Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => create()).ParamName);
    }

    /// <summary>The costs once more, without a bound on their size.</summary>
    private static (Int128 Parameters, Int128 MultiplyAdds) Count(Cell cell, NetworkShape shape)
    {
        Int128 parameters = 0;
        Int128 multiplyAdds = 0;
        int input = shape.StemChannels;
        int size = shape.ImageSize;
        int[] channels = new int[7];
        Add(3, shape.ImageChannels, input);
        for (int stack = 0; stack < shape.Stacks; stack++)
        {
            size = stack == 0 ? size : (size + 1) / 2;
            int output = shape.StemChannels << stack;
            for (int repeat = 0; repeat < shape.CellsPerStack; repeat++, input = output)
            {
                Assert.True(CellCosts.TryGetVertexChannels(cell, input, output, channels));
                for (int vertex = 1; vertex < cell.Vertices; vertex++)
                {
                    if (cell.HasEdge(0, vertex))
                    {
                        Add(1, input, channels[vertex]);
                    }

                    if (vertex < cell.Vertices - 1)
                    {
                        Add(3, channels[vertex], channels[vertex]);
                    }
                }
            }
        }

        Int128 dense = (Int128)input * shape.Classes;
        return (parameters + dense + shape.Classes, multiplyAdds + dense);

        void Add(int kernel, int from, int to)
        {
            Int128 weights = (Int128)(kernel * kernel) * from * to;
            parameters += weights + (2 * to);
            multiplyAdds += weights * size * size;
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(423_624)]
    public void TrainableParametersAtAndFlopsAt_NoSuchIndex_Throw(int index)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CellCosts.TrainableParametersAt(index));
        Assert.Throws<ArgumentOutOfRangeException>(() => CellCosts.FlopsAt(index));
    }

    [Fact]
    public void TryGetFlops_InputToOutputAlone_CountedByHand()
    {
        // Stem, then projections 128->128 three times at 32x32, 128->256 and 256->256 twice at 16x16, 256->512 and 512->512 twice at 8x8, then the dense layer.
        const long Stem = 3 * 3 * 3 * 128 * 32 * 32;
        const long First = 3 * 128 * 128 * 32 * 32;
        const long Second = ((128 * 256) + (2 * 256 * 256)) * 16 * 16;
        const long Third = ((256 * 512) + (2 * 512 * 512)) * 8 * 8;
        const long Dense = 512 * 10;

        Assert.Equal(CellStatus.Ok, CellCosts.TryGetFlops(Cell.Parse("0100 input,output"), NetworkShape.Standard, out long flops));
        Assert.Equal(Stem + First + Second + Third + Dense, flops);
    }

    [Fact]
    public void FillTrainableParameters_EveryIndex_AsOneByOne()
    {
        int[] parameters = new int[Nas101.CellCount + 1];
        parameters[^1] = -7;
        CellCosts.FillTrainableParameters(parameters);

        Assert.Equal(-7, parameters[^1]);
        for (int index = 0; index < Nas101.CellCount; index++)
        {
            if (parameters[index] != CellCosts.TrainableParametersAt(index))
            {
                Assert.Fail($"index {index}: {parameters[index]}, expected {CellCosts.TrainableParametersAt(index)}");
            }
        }
    }

    [Fact]
    public void FillTrainableParameters_ShortSpan_Throws() =>
        Assert.Throws<ArgumentException>(() => CellCosts.FillTrainableParameters(new int[Nas101.CellCount - 1]));

    private static void AssertCosts(ReferenceCell raw, NetworkShape shape)
    {
        Cell cell = EngineCells.Create(raw);
        ReferenceCell? pruned = raw.Prune();
        ReferenceNetwork? expected = pruned is null
            ? null
            : ReferenceNetwork.Build(pruned, shape.StemChannels, shape.Stacks, shape.CellsPerStack, shape.ImageSize, shape.ImageChannels, shape.Classes);

        CellStatus status = CellCosts.TryGetTrainableParameters(cell, shape, out long parameters);
        Assert.Equal(status, CellCosts.TryGetFlops(cell, shape, out long flops));
        Assert.Equal(expected is not null, status == CellStatus.Ok);
        Assert.Equal(pruned is null, status == CellStatus.Disconnected);
        Assert.Equal(pruned is not null && expected is null, status == CellStatus.TooFewChannels);
        Assert.Equal(expected?.Parameters ?? 0, parameters);
        Assert.Equal(expected?.MultiplyAdds ?? 0, flops);
    }
}
