namespace NasBench.Generators;

/// <summary>
/// The different automorphism groups of the classes, numbered by first use; the same permutations of another number of interior vertices are another group.
/// </summary>
internal sealed class AutomorphismGroups
{
    private AutomorphismGroups(ushort[] groupOfClass, ushort[] starts, byte[] members)
    {
        GroupOfClass = groupOfClass;
        Starts = starts;
        Members = members;
    }

    public ushort[] GroupOfClass { get; }

    public ushort[] Starts { get; }

    public byte[] Members { get; }

    public static AutomorphismGroups Build(TopologyClassification classes)
    {
        var numbers = new Dictionary<(int Interior, EquatableArray<byte> Members), ushort>();
        var groupOfClass = new ushort[classes.Representatives.Length];
        var starts = new List<ushort> { 0 };
        var members = new List<byte>();
        for (int number = 0; number < groupOfClass.Length; number++)
        {
            var key = (classes.InteriorCounts[number], new EquatableArray<byte>(classes.Automorphisms[number]));
            if (!numbers.TryGetValue(key, out ushort group))
            {
                group = (ushort)numbers.Count;
                numbers.Add(key, group);
                members.AddRange(classes.Automorphisms[number]);
                starts.Add(checked((ushort)members.Count));
            }

            groupOfClass[number] = group;
        }

        return new AutomorphismGroups(groupOfClass, [.. starts], [.. members]);
    }
}
