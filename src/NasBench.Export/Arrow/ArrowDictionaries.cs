using Apache.Arrow;
using Apache.Arrow.Types;
using NasBench.Data;

namespace NasBench.Export;

/// <summary>
/// The texts that an Arrow file holds once and then names by their numbers. A file has one dictionary per column for all its batches, so they are known before
/// the first. Thread-safe.
/// </summary>
internal sealed class ArrowDictionaries
{
    private readonly Dictionary<ulong, short> _numbers = [];
    private readonly Dictionary<(int Vertices, uint AdjacencyBits), int> _matrixNumbers = [];

    /// <param name="store">The data set.</param>
    public ArrowDictionaries(RunStore store)
    {
        Dictionary<string, short> operations = [];
        List<string> matrices = [];
        foreach (int index in store.Indices)
        {
            Cell cell = store.GetCell(index);
            if (_matrixNumbers.TryAdd(CellTexts.AdjacencyKey(cell), matrices.Count))
            {
                matrices.Add(CellTexts.FormatAdjacency(cell));
            }

            ulong key = CellTexts.OperationsKey(cell);
            if (!_numbers.ContainsKey(key))
            {
                string text = CellTexts.FormatOperations(cell);
                operations.TryAdd(text, checked((short)operations.Count));
                _numbers.Add(key, operations[text]);
            }
        }

        Matrices = Texts(matrices);
        Operations = Texts(operations.Keys);
    }

    /// <summary>The type of the column of matrices, of which a file may hold more than a short number counts.</summary>
    public static DictionaryType AdjacencyType { get; } = new(Int32Type.Default, StringType.Default, ordered: false);

    /// <summary>The type of the other columns.</summary>
    public static DictionaryType Type { get; } = new(Int16Type.Default, StringType.Default, ordered: false);

    /// <summary>The adjacency matrices of all cells.</summary>
    public StringArray Matrices { get; }

    /// <summary>The operations of all cells.</summary>
    public StringArray Operations { get; }

    /// <summary>The words for where values come from.</summary>
    public StringArray Provenances { get; } = Texts(Enum.GetValues<Provenance>().Order().Select(ExportColumns.NameOf));

    /// <summary>The number of the operations of a cell of the data set.</summary>
    public short NumberOf(Cell cell) => _numbers[CellTexts.OperationsKey(cell)];

    /// <summary>The number of the adjacency matrix of a cell of the data set.</summary>
    public int MatrixNumberOf(Cell cell) => _matrixNumbers[CellTexts.AdjacencyKey(cell)];

    /// <summary>The number of a provenance.</summary>
    public static short NumberOf(Provenance provenance) => (short)provenance;

    /// <summary>The column of matrices.</summary>
    public DictionaryArray EncodeMatrices(Int32Array numbers) => new(AdjacencyType, numbers, Matrices);

    /// <summary>Another column.</summary>
    public static DictionaryArray Encode(Int16Array numbers, StringArray texts) => new(Type, numbers, texts);

    private static StringArray Texts(IEnumerable<string> texts) => new StringArray.Builder().AppendRange(texts).Build();
}
