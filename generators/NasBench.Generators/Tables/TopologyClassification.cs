namespace NasBench.Generators;

/// <summary>The topologies sorted into classes of those that are equal up to renaming interior vertices.</summary>
internal sealed class TopologyClassification
{
    private TopologyClassification(int topologies)
    {
        ClassOfTopology = new ushort[topologies];
        RelabellingOfTopology = new byte[topologies];
    }

    public ushort[] ClassOfTopology { get; }

    /// <summary>The smallest relabelling that maps a topology to its representative.</summary>
    public byte[] RelabellingOfTopology { get; }

    /// <summary>The topology number of each class's representative.</summary>
    public ushort[] Representatives { get; private set; } = [];

    /// <summary>The number of interior vertices of each class.</summary>
    public int[] InteriorCounts { get; private set; } = [];

    /// <summary>The relabellings that map each class's representative to itself, ascending.</summary>
    public byte[][] Automorphisms { get; private set; } = [];

    /// <summary>
    /// Walks the topologies upwards: the first one that is in no class yet is the smallest of a new class, and its relabelled images are the rest.
    /// </summary>
    public static TopologyClassification Build(TopologyList topologies, RelabellingTable relabellings, CancellationToken cancellationToken)
    {
        uint[] masks = topologies.Masks;
        Dictionary<uint, int> numbers = Enumerable.Range(0, masks.Length).ToDictionary(number => masks[number]);
        byte[][] allowed = [.. Enumerable.Range(0, relabellings.PlaceCount + 1).Select(interior => RelabellingsOf(interior, relabellings))];

        var result = new TopologyClassification(masks.Length);
        var classified = new bool[masks.Length];
        var representatives = new List<ushort>();
        var interiorCounts = new List<int>();
        var automorphisms = new List<byte[]>();
        for (int topology = 0; topology < masks.Length; topology++)
        {
            if (classified[topology])
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            int interior = TopologyList.Vertices(masks[topology]) - 2;
            var fixing = new List<byte>();
            foreach (byte relabelling in allowed[interior])
            {
                if (!relabellings.TryRelabel(masks[topology] & TopologyList.EdgeMask, relabelling, out uint image))
                {
                    continue;
                }

                int other = numbers[image | masks[topology] & ~TopologyList.EdgeMask];
                byte back = relabellings.Inverses[relabelling];
                if (!classified[other] || back < result.RelabellingOfTopology[other])
                {
                    result.RelabellingOfTopology[other] = back;
                }

                classified[other] = true;
                result.ClassOfTopology[other] = (ushort)representatives.Count;
                if (other == topology)
                {
                    fixing.Add(relabelling);
                }
            }

            representatives.Add((ushort)topology);
            interiorCounts.Add(interior);
            automorphisms.Add([.. fixing]);
        }

        result.Representatives = [.. representatives];
        result.InteriorCounts = [.. interiorCounts];
        result.Automorphisms = [.. automorphisms];
        return result;
    }

    /// <summary>The relabellings of a cell with this many interior vertices: those that leave the places beyond as they are.</summary>
    private static byte[] RelabellingsOf(int interior, RelabellingTable relabellings)
        => [.. Enumerable.Range(0, relabellings.Count).Where(r => relabellings.FixesPlacesFrom(interior, r)).Select(r => (byte)r)];
}
