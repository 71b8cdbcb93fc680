using System.Globalization;
using System.Text;

namespace NasBench.Generators;

/// <summary>The operations: names as strings and as UTF-8, and parsing by length and one comparison.</summary>
/// <remarks>A name goes into a literal as it is: the parser has refused everything that would need an escape.</remarks>
internal static class VocabularyEmitter
{
    /// <summary>The array behind the names.</summary>
    public const string NameArray = "OperationNameArray";

    private const string Names = "OperationNames";
    private const string Utf8Name = "GetOperationNameUtf8";
    private const string Parser = "TryParseOperation";

    /// <summary>The members that this part gives to the declared type.</summary>
    public static IReadOnlyList<string> Members { get; } = [NameArray, Names, Utf8Name, Parser];

    public static void Emit(PartWriter part, SpaceModel space)
    {
        string[] names = space.Spec.Operations.AsSpan().ToArray();
        part.OpenType();
        EmitNames(part, names);
        part.Gap();
        EmitUtf8Names(part, names);
        part.Gap();
        EmitParser(part, "byte", "utf8Name", names, Encoding.UTF8.GetByteCount, Utf8Literal);
        part.Gap();
        EmitParser(part, "char", "name", names, name => name.Length, name => $"global::System.MemoryExtensions.AsSpan(\"{name}\")");
    }

    private static void EmitNames(PartWriter part, string[] names)
    {
        string list = string.Join(", ", names.Select(name => $"\"{name}\""));
        part.Member($"private static readonly string[] {NameArray} = [{list}];");
        part.Gap();
        part.InterfaceMember($"public static global::System.ReadOnlySpan<string> {Names} => {NameArray};");
    }

    private static void EmitUtf8Names(PartWriter part, string[] names)
    {
        SourceWriter source = part.Source;
        part.InterfaceMember($"public static global::System.ReadOnlySpan<byte> {Utf8Name}(int operation)");
        source.Open();
        source.Open("switch (operation)");
        for (int operation = 0; operation < names.Length; operation++)
        {
            source.Line($"case {Number(operation)}: return {Utf8Literal(names[operation])};");
        }

        source.Line("default: throw new global::System.ArgumentOutOfRangeException(nameof(operation), operation, \"No operation has this code.\");");
        source.Close();
        source.Close();
    }

    private static void EmitParser(
        PartWriter part,
        string unit,
        string parameter,
        string[] names,
        Func<string, int> length,
        Func<string, string> literal)
    {
        SourceWriter source = part.Source;
        part.InterfaceMember($"public static bool {Parser}(global::System.ReadOnlySpan<{unit}> {parameter}, out byte operation)");
        source.Open();
        source.Open($"switch ({parameter}.Length)");
        foreach (IGrouping<int, int> sameLength in Enumerable.Range(0, names.Length).GroupBy(code => length(names[code])).OrderBy(group => group.Key))
        {
            source.Line($"case {Number(sameLength.Key)}:");
            source.Indent();
            foreach (int code in sameLength)
            {
                string test = $"global::System.MemoryExtensions.SequenceEqual({parameter}, {literal(names[code])})";
                source.Line($"if ({test}) {{ operation = {Number(code)}; return true; }}");
            }

            source.Line("break;");
            source.Unindent();
        }

        source.Close();
        source.Line();
        source.Line("operation = 0;");
        source.Line("return false;");
        source.Close();
    }

    private static string Utf8Literal(string name) => $"\"{name}\"u8";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
