using System.Globalization;
using System.Text.Json;
using NasBench.Data;

namespace NasBench.Bench.Tests.Straightforward;

/// <summary>What ours is measured against gives the original's answers too.</summary>
public class StraightforwardTests
{
    private static readonly string[] s_operations = ["conv3x3-bn-relu", "conv1x1-bn-relu", "maxpool3x3"];
    private static readonly JsonElement[] s_vectors = [.. File.ReadLines(TestFiles.Vector("hash_vectors.jsonl")).Select(line => JsonElement.Parse(line))];

    [Fact]
    public void PruneAndHash_EveryHashedVector_AsTheOriginal() => Assert.All(s_vectors.Where(HasHash), vector =>
    {
        StraightforwardCell cell = ToCell(vector);
        byte[] matrix = new byte[cell.Matrix.Length];
        sbyte[] labels = new sbyte[cell.Vertices];

        int vertices = StraightforwardPruner.Prune(cell, matrix, labels);

        Assert.Equal(vector.GetProperty("vertices").GetInt32(), vertices);
        Assert.Equal(vector.GetProperty("pruned_matrix").GetString(), string.Concat(matrix.Take(vertices * vertices)));
        UInt128 hash = StraightforwardHash.Hash(matrix.AsSpan(0, vertices * vertices), Labelled(labels.AsSpan(0, vertices)));
        Assert.Equal(vector.GetProperty("hash").GetString(), hash.ToString("x32", CultureInfo.InvariantCulture));
    });

    [Fact]
    public void Locate_EveryValidVector_IndexOfTheSpace()
    {
        JsonElement[] valid = [.. s_vectors.Where(vector => vector.GetProperty("is_valid").GetBoolean())];
        var indices = new Dictionary<UInt128, int>();
        foreach (JsonElement vector in valid)
        {
            ModuleHash hash = ModuleHash.Parse(vector.GetProperty("hash").GetString()!);
            Assert.True(Nas101.TryFind(hash, out int index));
            indices[new UInt128(hash.High, hash.Low)] = index;
        }

        var locator = new StraightforwardLocator(indices);
        Assert.All(valid, vector => Assert.Equal(Nas101.Locate(ToEngineCell(vector)), locator.Locate(ToCell(vector))));
    }

    [Fact]
    public void Locate_DisconnectedVector_MinusOne() => Assert.All(
        s_vectors.Where(vector => !vector.GetProperty("valid_spec").GetBoolean()),
        vector => Assert.Equal(-1, new StraightforwardLocator(new Dictionary<UInt128, int>()).Locate(ToCell(vector))));

    [Fact]
    public void Load_TinyFile_MetricsOfTheDataset()
    {
        var table = new StraightforwardTable();
        Assert.Equal(Samples.TinyRecords, StraightforwardLoader.Load(Samples.TinyFile, int.MaxValue, StraightforwardProtobuf.Decode, table));

        using Dataset data = Dataset.Open(Samples.TinyFile);
        Assert.Equal(data.CellCount, table.Entries.Count);
        foreach (int index in data.Indices)
        {
            ModuleHash hash = data.GetHash(index);
            StraightforwardEntry entry = table.Entries[new UInt128(hash.High, hash.Low)];
            Assert.Equal(data.GetTrainableParameters(index), entry.Parameters);
            foreach (int epochs in data.Epochs)
            {
                for (int repeat = 0; repeat < 3; repeat++)
                {
                    data.TryGetRun(index, epochs, repeat, out Run run);
                    Assert.Equal(run.Halfway, ToMetrics(entry.Runs[epochs][repeat].Halfway));
                    Assert.Equal(run.Final, ToMetrics(table.Query(StraightforwardCell.Of(Nas101.CellAt(index)), epochs, repeat)!));
                }
            }
        }
    }

    [Fact]
    public void Load_DamagedFile_Refused() => Assert.Throws<InvalidDataException>(() =>
        StraightforwardLoader.Load(Samples.Corrupt("bad_data_crc_row2"), int.MaxValue, StraightforwardProtobuf.Decode, new StraightforwardTable()));

    [Fact]
    public void Enumerate_FiveVertices_CellsAndParametersOfTheSpace()
    {
        const int Vertices = 5;
        var enumeration = new StraightforwardEnumeration(Vertices);

        Assert.Equal(3_364 - 97, enumeration.Continue(int.MaxValue));

        int[] expected =
        [
            .. Enumerable.Range(0, Nas101.Count)
                .TakeWhile(index => Nas101.CellAt(index).Vertices <= Vertices)
                .Where(index => Nas101.CellAt(index).Vertices == Vertices),
        ];
        Assert.Equal(expected.Length, enumeration.Cells.Count);
        Assert.All(expected, index =>
        {
            ModuleHash hash = Nas101.HashAt(index);
            Assert.True(enumeration.Cells.ContainsKey(new UInt128(hash.High, hash.Low)));
            StraightforwardCell cell = StraightforwardCell.Of(Nas101.CellAt(index));
            Assert.Equal(CellCosts.TrainableParametersAt(index), StraightforwardParameters.Count(cell.Matrix, cell.Labels));
        });
    }

    [Fact]
    public void Edit_PairsOfTheSpace_AsTheEngine()
    {
        var plain = new StraightforwardDistance();
        Cell[] cells = [.. Enumerable.Range(0, 200).Select(i => Nas101.CellAt(i * i * 10))];
        Assert.All(cells.Zip(cells.Skip(1)), pair => Assert.Equal(
            Distances.Edit(pair.First, pair.Second),
            plain.Edit(
                StraightforwardDistance.Expand(StraightforwardCell.Of(pair.First)), StraightforwardDistance.Expand(StraightforwardCell.Of(pair.Second)))));
    }

    [Fact]
    public void Find_CellsOfTheSpace_NeighboursOfTheEngine()
    {
        Space<Nas101>.PrepareHashes();
        var plain = new StraightforwardNeighbors(new StraightforwardLocator(new BenchInputs(1, 1).BuildIndex()));
        int[] found = new int[Neighbors.MaxCount];
        Assert.All(Enumerable.Range(0, 100).Select(i => i * i * 40), index =>
        {
            int count = Neighbors.WriteDistinctIndices(Nas101.CellAt(index), found);
            Assert.Equal(found[..count], plain.Find(StraightforwardCell.Of(Nas101.CellAt(index))).Order());
        });
    }

    private static bool HasHash(JsonElement vector) => vector.GetProperty("hash").ValueKind == JsonValueKind.String;

    /// <summary>The labels to hash: the original takes the ends for input and output whatever their names.</summary>
    private static sbyte[] Labelled(ReadOnlySpan<sbyte> labels)
    {
        sbyte[] result = labels.ToArray();
        result[0] = StraightforwardCell.InputLabel;
        result[^1] = StraightforwardCell.OutputLabel;
        return result;
    }

    private static StraightforwardCell ToCell(JsonElement vector) => new(
        [.. vector.GetProperty("matrix").GetString()!.Select(digit => (byte)(digit - '0'))],
        [.. vector.GetProperty("ops").EnumerateArray().Select(operation => ToLabel(operation.GetString()!))]);

    private static sbyte ToLabel(string operation) => operation switch
    {
        "input" => StraightforwardCell.InputLabel,
        "output" => StraightforwardCell.OutputLabel,
        _ => (sbyte)Array.IndexOf(s_operations, operation),
    };

    private static Cell ToEngineCell(JsonElement vector)
    {
        string operations = string.Join(',', vector.GetProperty("ops").EnumerateArray().Select(operation => operation.GetString()));
        Assert.Equal(CellStatus.Ok, Cell.ParseRaw(vector.GetProperty("matrix").GetString(), operations, out Cell cell));
        return cell;
    }

    private static Metrics ToMetrics(StraightforwardMetrics metrics) =>
        new(metrics.TrainingTime, metrics.TrainAccuracy, metrics.ValidationAccuracy, metrics.TestAccuracy);
}
