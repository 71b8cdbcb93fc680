namespace NasBench.Generators;

/// <summary>The calls of <c>Space</c> under the space's own name: <c>Nas101.Locate(cell)</c> for <c>Space&lt;Nas101&gt;.Locate(cell)</c>.</summary>
internal static class SpaceEmitter
{
    private const string Cell = "global::NasBench.Cell";
    private const string ModuleHash = "global::NasBench.ModuleHash";
    private const string CellStatus = "global::NasBench.CellStatus";
    private const string Cells = "global::System.ReadOnlySpan<global::NasBench.Cell>";
    private const string Indices = "global::System.Span<int>";

    /// <summary>The members that this part gives to the declared type: those of <c>Space</c>.</summary>
    public static IReadOnlyList<string> Members { get; } =
        ["Count", "Cells", "CellAt", "Locate", "TryLocate", "HashAt", "TryFind", "AreIsomorphic"];

    public static void Emit(PartWriter part, SpaceModel space)
    {
        string self = space.Spec.FullName;
        string target = $"global::NasBench.Space<{self}>";
        part.OpenType();
        Forward("Count", "int Count", "Count");
        part.Gap();
        Forward("Cells", $"global::NasBench.CellSequence<{self}> Cells", "Cells");
        part.Gap();
        Forward("CellAt(int)", $"{Cell} CellAt(int index)", "CellAt(index)");
        part.Gap();
        Forward($"Locate({Cell})", $"int Locate({Cell} cell)", "Locate(cell)");
        part.Gap();
        Forward(
            $"Locate({Cref(Cells)}, {Cref(Indices)})",
            $"int Locate({Cells} cells, {Indices} indices)",
            "Locate(cells, indices)");
        part.Gap();
        Forward($"TryLocate({Cell}, out int)", $"{CellStatus} TryLocate({Cell} cell, out int index)", "TryLocate(cell, out index)");
        part.Gap();
        Forward("HashAt(int)", $"{ModuleHash} HashAt(int index)", "HashAt(index)");
        part.Gap();
        Forward($"TryFind({ModuleHash}, out int)", $"bool TryFind({ModuleHash} hash, out int index)", "TryFind(hash, out index)");
        part.Gap();
        Forward($"AreIsomorphic({Cell}, {Cell})", $"bool AreIsomorphic({Cell} a, {Cell} b)", "AreIsomorphic(a, b)");

        void Forward(string documented, string signature, string call)
            => part.Member($"public static {signature} => {target}.{call};", $"<inheritdoc cref=\"global::NasBench.Space{{TSpace}}.{documented}\"/>");
    }

    private static string Cref(string type) => type.Replace('<', '{').Replace('>', '}');
}
