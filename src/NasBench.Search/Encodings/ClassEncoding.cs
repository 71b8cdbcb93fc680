namespace NasBench.Search;

/// <summary>The isomorphism classes; the genotype is the bits of the representative.</summary>
/// <remarks>A change is one of the 26 of the padded representative, again until it is valid, then the representative of the class it leads to.</remarks>
internal sealed class ClassEncoding : SearchEncoding
{
    public override string Name => "class";

    public override bool RejectsInvalid => true;

    public override ReadOnlySpan<EncodingParameter> Parameters => [];

    public override ulong Draw(Random random) => CellSampler.Next(random).Bits;

    public override Cell Decode(ulong genotype, out int index)
    {
        var cell = Cell.FromTrustedBits(genotype);
        index = Space<Nas101>.Locate(cell);
        return cell;
    }

    public override ulong Change(ulong genotype, Random random)
        => CellMutator.TryMutate(Cell.FromTrustedBits(genotype), MutationKind.Paper, random, out Cell _, out int index)
            ? Space<Nas101>.CellAt(index).Bits
            : genotype;

    public override bool TryChangeSome(ulong genotype, double edgeProbability, double operationProbability, Random random, out ulong changed)
    {
        bool found = Raw.TryChangeSome(
            Cell.FromTrustedBits(genotype).PadTo(Cell.MaxVertices).Bits, edgeProbability, operationProbability, random, out changed);
        changed = found ? Space<Nas101>.CellAt(Space<Nas101>.Locate(Cell.FromTrustedBits(changed))).Bits : genotype;
        return found;
    }

    public override Cell Decode(ReadOnlySpan<double> configuration, out int index) => throw new NotSupportedException("the encoding class has no parameters");
}
