using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using NasBench.Data;
using Parquet;
using Parquet.Schema;

namespace NasBench.Export;

/// <summary>
/// Data sets in the layout of Syne Tune's blackbox repository: a folder with <c>configspace.json</c>, <c>fidelityspace.json</c>, <c>hyperparameters.parquet</c>
/// and <c>objectives_evaluations.npy</c> (float32 of cells, seeds, fidelities, objectives; NaN where absent).
/// </summary>
/// <remarks>
/// A cell is 21 hyperparameters <c>edge_0</c> to <c>edge_20</c> (0 or 1, the upper triangle row after row) and five <c>op_node_0</c> to <c>op_node_4</c>; cells
/// of fewer than seven vertices are padded with isolated conv3x3-bn-relu vertices before the output. Seeds are repeats, fidelities are numbers of epochs,
/// objectives are the final training time (seconds) and the train, validation and test accuracy (fractions, to be maximised). <c>metadata.json</c> names them,
/// and the provenance.
/// </remarks>
internal static class SyneTuneExport
{
    private const int EdgeCount = Cell.MaxVertices * (Cell.MaxVertices - 1) / 2;
    private const int OperationCount = Cell.MaxVertices - 2;
    private const int RowGroupSize = 32_768;
    private const int ObjectiveCount = 4;

    private static readonly string[] s_objectives = ["training_time", "train_accuracy", "validation_accuracy", "test_accuracy"];
    private static readonly string[] s_operations = [.. Enumerable.Range(0, Nas101.OperationCount).Select(
        code => Encoding.ASCII.GetString(Nas101.GetOperationNameUtf8(code)))];

    /// <summary>Writes a folder, which appears when it is complete; nothing of its name may exist yet.</summary>
    /// <returns>The number of bytes written.</returns>
    /// <exception cref="IOException">The folder exists already, cannot be made, or the disk is full or failed.</exception>
    public static long Write(OutgoingData data, Destination destination)
    {
        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(destination.Path));
        if (Path.Exists(target))
        {
            throw new IOException("it is there already; a new folder is needed");
        }

        string temporary = $"{target}.{Path.GetRandomFileName()}.tmp";
        Directory.CreateDirectory(temporary);
        try
        {
            WriteSpaces(data.Store, temporary);
            WriteMetadata(data, temporary);
            using (FileStream hyperparameters = File.Create(Path.Combine(temporary, "hyperparameters.parquet")))
            {
                WriteHyperparametersAsync(data, hyperparameters).GetAwaiter().GetResult();
            }

            WriteObjectives(data, Path.Combine(temporary, "objectives_evaluations.npy"));
            long bytes = new DirectoryInfo(temporary).EnumerateFiles().Sum(file => file.Length);
            Directory.Move(temporary, target);
            return bytes;
        }
        catch
        {
            Directory.Delete(temporary, recursive: true);
            throw;
        }
    }

    private static void WriteSpaces(RunStore store, string folder)
    {
        WriteJson(Path.Combine(folder, "configspace.json"), json =>
        {
            for (int edge = 0; edge < EdgeCount; edge++)
            {
                WriteDomain(json, EdgeName(edge), "Categorical", () =>
                {
                    json.WriteStartArray("categories");
                    json.WriteNumberValue(0);
                    json.WriteNumberValue(1);
                    json.WriteEndArray();
                });
            }

            for (int vertex = 0; vertex < OperationCount; vertex++)
            {
                WriteDomain(json, OperationName(vertex), "Categorical", () =>
                {
                    json.WriteStartArray("categories");
                    foreach (string operation in s_operations)
                    {
                        json.WriteStringValue(operation);
                    }

                    json.WriteEndArray();
                });
            }
        });
        int[] epochs = store.Epochs.ToArray();
        WriteJson(Path.Combine(folder, "fidelityspace.json"), json => WriteDomain(json, "epochs", "Integer", () =>
        {
            json.WriteNumber("lower", epochs[0]);
            json.WriteNumber("upper", epochs[^1]);
        }));
    }

    private static void WriteMetadata(OutgoingData data, string folder)
    {
        int[] epochs = data.Store.Epochs.ToArray();
        WriteJson(Path.Combine(folder, "metadata.json"), json =>
        {
            json.WriteStartArray("objectives_names");
            foreach (string objective in s_objectives)
            {
                json.WriteStringValue(objective);
            }

            json.WriteEndArray();
            json.WriteStartArray("fidelities");
            foreach (int number in epochs)
            {
                json.WriteNumberValue(number);
            }

            json.WriteEndArray();
            json.WriteString("provenance", data.ProvenanceName);
        });
    }

    private static async Task WriteHyperparametersAsync(OutgoingData data, Stream stream)
    {
        DataField[] edges = [.. Enumerable.Range(0, EdgeCount).Select(edge => new DataField<int>(EdgeName(edge)))];
        DataField[] operations = [.. Enumerable.Range(0, OperationCount).Select(vertex => new DataField<string>(OperationName(vertex), nullable: false))];
        int[][] edgeColumns = [.. edges.Select(_ => new int[RowGroupSize])];
        string[][] operationColumns = [.. operations.Select(_ => new string[RowGroupSize])];
        ParquetWriter writer = await ParquetWriter.CreateAsync(
            new ParquetSchema([.. edges, .. operations]), stream, new ParquetOptions { CompressionMethod = CompressionMethod.Snappy }).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            int count = 0;
            data.ForEachCell(from: 0, to: 0.5, (place, index) =>
            {
                Fill(data.Store.GetCell(index), count++, edgeColumns, operationColumns);
                if (count == RowGroupSize || place == data.Store.CellCount - 1)
                {
                    WriteGroupAsync(count).GetAwaiter().GetResult();
                    count = 0;
                }
            });
        }

        async Task WriteGroupAsync(int count)
        {
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            for (int i = 0; i < edges.Length; i++)
            {
                await group.WriteAsync<int>(edges[i], edgeColumns[i].AsMemory(0, count)).ConfigureAwait(false);
            }

            for (int i = 0; i < operations.Length; i++)
            {
                await group.WriteAsync(operations[i], new ArraySegment<string>(operationColumns[i], 0, count)).ConfigureAwait(false);
            }

            group.CompleteValidate();
        }
    }

    /// <summary>Writes a cell as one of seven vertices: isolated ones stand before the output.</summary>
    private static void Fill(Cell cell, int row, int[][] edges, string[][] operations)
    {
        int last = cell.Vertices - 1;
        int edge = 0;
        for (int from = 0; from < Cell.MaxVertices - 1; from++)
        {
            for (int to = from + 1; to < Cell.MaxVertices; to++)
            {
                int end = to == Cell.MaxVertices - 1 ? last : to;
                bool isThere = from < last && (to == Cell.MaxVertices - 1 || to < last) && cell.HasEdge(from, end);
                edges[edge++][row] = isThere ? 1 : 0;
            }
        }

        for (int vertex = 1; vertex <= OperationCount; vertex++)
        {
            int code = vertex < last ? cell.GetOperation(vertex) : 0;
            operations[vertex - 1][row] = s_operations[code < s_operations.Length ? code : 0];
        }
    }

    private static void WriteObjectives(OutgoingData data, string path)
    {
        RunStore store = data.Store;
        int[] epochs = store.Epochs.ToArray();
        using FileStream file = File.Create(path);
        using BufferedStream stream = new(file, 1 << 18);
        stream.Write(NumpyHeader([store.CellCount, store.MaxRepeats, epochs.Length, ObjectiveCount]));
        float[] values = new float[store.MaxRepeats * epochs.Length * ObjectiveCount];
        data.ForEachCell(from: 0.5, to: 1, (_, index) =>
        {
            values.AsSpan().Fill(float.NaN);
            for (int position = 0; position < epochs.Length; position++)
            {
                int count = store.GetRepeatCount(index, position);
                for (int repeat = 0; repeat < count; repeat++)
                {
                    store.TryGetRun(index, position, repeat, out Run run);
                    ExportColumns.GetValues(run.Final, values.AsSpan(((repeat * epochs.Length) + position) * ObjectiveCount, ObjectiveCount));
                }
            }

            stream.Write(MemoryMarshal.AsBytes(values.AsSpan()));
        });
    }

    /// <summary>The opening of a .npy file of version 1.0, filled up with blanks to a multiple of 64 bytes.</summary>
    private static byte[] NumpyHeader(int[] shape)
    {
        const int Fixed = 10;
        string text = $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({string.Join(", ", shape)}), }}";
        int length = ((Fixed + text.Length + 1 + 63) / 64 * 64) - Fixed;
        text = text.PadRight(length - 1) + "\n";
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)length, (byte)(length >> 8), .. Encoding.ASCII.GetBytes(text)];
    }

    private static void WriteJson(string path, Action<Utf8JsonWriter> write)
    {
        using FileStream file = File.Create(path);
        using Utf8JsonWriter json = new(file);
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
    }

    private static void WriteDomain(Utf8JsonWriter json, string name, string type, Action writeArguments)
    {
        json.WriteStartObject(name);
        json.WriteString("domain_cls", type);
        json.WriteStartObject("domain_kwargs");
        writeArguments();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string EdgeName(int edge) => string.Create(CultureInfo.InvariantCulture, $"edge_{edge}");

    private static string OperationName(int vertex) => string.Create(CultureInfo.InvariantCulture, $"op_node_{vertex}");
}
