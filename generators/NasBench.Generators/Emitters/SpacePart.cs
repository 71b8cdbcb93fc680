namespace NasBench.Generators;

/// <summary>One generated file of a space: a part of the declared type.</summary>
/// <param name="Name">The end of the file's name.</param>
/// <param name="Members">The names of the members that this part gives to the declared type.</param>
/// <param name="Emit">Writes the part.</param>
internal sealed record SpacePart(string Name, IReadOnlyList<string> Members, Action<PartWriter, SpaceModel> Emit);
