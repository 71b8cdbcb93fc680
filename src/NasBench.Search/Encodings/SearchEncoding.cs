namespace NasBench.Search;

/// <summary>
/// What a strategy searches in: a set of configurations, how one is drawn uniformly, how one is changed, and which cell each means. Several
/// configurations can mean one cell, and some mean none.
/// </summary>
/// <remarks>
/// <para>
/// A configuration has two forms. The *genotype* is 64 bits, which evolution and local search copy and change; every encoding but
/// <see cref="C"/> has it. The *configuration* is a number for each parameter, which models look at; every encoding but <see cref="Class"/> has it.
/// </para>
/// <para>Definitions: nas_benchmarks (<c>tabular_benchmarks/nas_cifar10.py</c>) for A, B and C; the original's notebook for raw. Immutable and
/// thread-safe; nothing allocates.</para>
/// </remarks>
public abstract class SearchEncoding
{
    /// <summary>So many times something invalid is tried again; then there is nothing valid to be found.</summary>
    internal const int MaxAttempts = 10_000;

    /// <summary>
    /// 21 edges and 5 operations, as the original's notebook draws them: a configuration that is not valid is drawn again. Valid is what the
    /// original's <c>is_valid</c> accepts: at most nine edges after pruning.
    /// </summary>
    public static SearchEncoding Raw { get; } = new RawEncoding("raw", rejectsInvalid: true, countsRawEdges: false);

    /// <summary>The same 26 parameters; a configuration can be invalid, by the same rule.</summary>
    public static SearchEncoding A { get; } = new RawEncoding("a", rejectsInvalid: false, countsRawEdges: false);

    /// <summary>The same 26 parameters; also invalid with more than nine edges before pruning, as in nas_benchmarks.</summary>
    public static SearchEncoding ARaw9 { get; } = new RawEncoding("a-raw9", rejectsInvalid: false, countsRawEdges: true);

    /// <summary>Nine choices among the 21 edges, and 5 operations. A configuration can be invalid.</summary>
    public static SearchEncoding B { get; } = new ChosenEdgesEncoding();

    /// <summary>A number of edges, a weight for each of the 21, and 5 operations. A configuration can be invalid. It has no genotypes.</summary>
    public static SearchEncoding C { get; } = new WeightedEdgesEncoding();

    /// <summary>The 423,624 isomorphism classes. All are valid; they have no parameters.</summary>
    public static SearchEncoding Class { get; } = new ClassEncoding();

    /// <summary>All encodings.</summary>
    public static IReadOnlyList<SearchEncoding> All { get; } = [Raw, A, ARaw9, B, C, Class];

    /// <summary>The name, which is part of the name of a result.</summary>
    public abstract string Name { get; }

    /// <summary>Whether draws and changes are repeated until they are valid, so that a strategy never meets an invalid one.</summary>
    public abstract bool RejectsInvalid { get; }

    /// <summary>Whether configurations have the form of 64 bits.</summary>
    public virtual bool HasGenotypes => true;

    /// <summary>Whether a genotype has 21 edges that are there or not, which <see cref="TryChangeSome"/> needs.</summary>
    public virtual bool HasEdges => true;

    /// <summary>The parameters; none where configurations have no such form.</summary>
    public abstract ReadOnlySpan<EncodingParameter> Parameters { get; }

    /// <summary>Finds an encoding by its name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The encoding; null where none has this name.</returns>
    public static SearchEncoding? Find(string name) => All.FirstOrDefault(encoding => encoding.Name == name);

    /// <summary>Draws a genotype uniformly; among the valid ones where <see cref="RejectsInvalid"/>.</summary>
    /// <param name="random">Makes the draws.</param>
    /// <returns>The genotype.</returns>
    /// <exception cref="NotSupportedException">There are no genotypes.</exception>
    public abstract ulong Draw(Random random);

    /// <summary>Draws a genotype as <see cref="Draw(Random)"/>, with the cell that it means.</summary>
    /// <param name="random">Makes the draws.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="index">Its index; -1 where it is not valid.</param>
    /// <returns>The genotype.</returns>
    /// <exception cref="NotSupportedException">There are no genotypes.</exception>
    public virtual ulong Draw(Random random, out Cell cell, out int index)
    {
        ulong genotype = Draw(random);
        cell = Decode(genotype, out index);
        return genotype;
    }

    /// <summary>The cell that a genotype means.</summary>
    /// <param name="genotype">What this encoding gave.</param>
    /// <param name="index">Its index; -1 where it is not valid.</param>
    /// <returns>The cell.</returns>
    public abstract Cell Decode(ulong genotype, out int index);

    /// <summary>Locates many cells by the rule of this encoding.</summary>
    /// <param name="cells">Raw cells.</param>
    /// <param name="indices">Receives their indices; -1 for those that are not valid.</param>
    /// <exception cref="NotSupportedException">There are no genotypes.</exception>
    public virtual void Locate(ReadOnlySpan<Cell> cells, Span<int> indices)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            Decode(cells[i].Bits, out indices[i]);
        }
    }

    /// <summary>
    /// Changes one parameter, chosen uniformly, to another of its values; where <see cref="RejectsInvalid"/>, again from the parent until the
    /// result is valid.
    /// </summary>
    /// <param name="genotype">The parent.</param>
    /// <param name="random">Makes the draws.</param>
    /// <returns>The changed genotype.</returns>
    public abstract ulong Change(ulong genotype, Random random);

    /// <summary>Changes a genotype as <see cref="Change(ulong, Random)"/>, with the cell that the changed one means.</summary>
    /// <param name="genotype">The parent.</param>
    /// <param name="random">Makes the draws.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="index">Its index; -1 where it is not valid.</param>
    /// <returns>The changed genotype.</returns>
    public virtual ulong Change(ulong genotype, Random random, out Cell cell, out int index)
    {
        ulong changed = Change(genotype, random);
        cell = Decode(changed, out index);
        return changed;
    }

    /// <summary>
    /// Flips each of the 21 edges and replaces each of the 5 operations by another one, each with its probability, from the parent until the result is
    /// valid.
    /// </summary>
    /// <param name="genotype">The parent.</param>
    /// <param name="edgeProbability">The probability of each edge.</param>
    /// <param name="operationProbability">The probability of each operation.</param>
    /// <param name="random">Makes the draws.</param>
    /// <param name="changed">The changed genotype; the parent after too many attempts.</param>
    /// <returns>Whether a valid one was found.</returns>
    /// <exception cref="NotSupportedException">The encoding does not have 21 edges that are there or not.</exception>
    public virtual bool TryChangeSome(ulong genotype, double edgeProbability, double operationProbability, Random random, out ulong changed)
        => throw new NotSupportedException($"the encoding {Name} has no edges that are there or not");

    /// <summary>Draws a configuration: each parameter independently and uniformly.</summary>
    /// <param name="random">Makes the draws.</param>
    /// <param name="configuration">Receives a number for each parameter.</param>
    public void Draw(Random random, Span<double> configuration)
    {
        ReadOnlySpan<EncodingParameter> parameters = Parameters;
        for (int i = 0; i < parameters.Length; i++)
        {
            configuration[i] = parameters[i].Kind == ParameterKind.Continuous ? random.NextDouble() : RandomDraws.Below(random, parameters[i].Count);
        }
    }

    /// <summary>The cell that a configuration means.</summary>
    /// <param name="configuration">A number for each parameter: within its range, whole where the parameter is.</param>
    /// <param name="index">Its index; -1 where it is not valid.</param>
    /// <returns>The cell.</returns>
    public abstract Cell Decode(ReadOnlySpan<double> configuration, out int index);

    /// <summary>The configuration of a genotype.</summary>
    /// <param name="genotype">The genotype.</param>
    /// <param name="configuration">Receives a number for each parameter.</param>
    /// <exception cref="NotSupportedException">One of the forms does not exist.</exception>
    public virtual void Unpack(ulong genotype, Span<double> configuration)
        => throw new NotSupportedException($"the encoding {Name} has not both forms of a configuration");

    /// <inheritdoc/>
    public override string ToString() => Name;
}
