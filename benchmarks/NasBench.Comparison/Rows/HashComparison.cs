using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using NasBench.Bench;
using NasBench.BenchmarkUtilities;

namespace NasBench.Comparison;

/// <summary>Module hashes of many cells at once, every digest computed.</summary>
public abstract class HashComparison
{
    /// <summary>Messages of a cell of seven vertices after the first round, which is a table: seven in seven rounds, and the final list.</summary>
    private const int Messages = 50;

    /// <summary>Hexadecimal digits of three digests and the two bars between.</summary>
    private const int MessageLength = 98;

    private readonly UInt128[] _plainHashes = new UInt128[SharedInputs.PlainCells];
    private readonly byte[] _message = new byte[MessageLength];
    private readonly byte[] _digest = new byte[MD5.HashSizeInBytes];
    private ModuleHash[] _hashes = [];
    private Cell[] _cells = [];
    private StraightforwardCell[] _plainCells = [];
    private long _plainBlocks;

    /// <summary>Cells of a batch; the work of one operation is divided by it.</summary>
    public virtual void SetUp()
    {
        (_cells, _plainCells) = Draw();
        _hashes = new ModuleHash[_cells.Length];
        _plainBlocks = HashFloor.CountBlocks(_cells)[^1] * SharedInputs.PlainCells / _cells.Length;
    }

    /// <summary>Hashes all cells.</summary>
    protected int HashAll() => ModuleHasher.Hash(_cells, _hashes);

    /// <summary>A direct translation of the algorithm on <see cref="MD5.HashData(ReadOnlySpan{byte}, Span{byte})"/>.</summary>
    [Benchmark(OperationsPerInvoke = SharedInputs.PlainCells)]
    public int Straightforward() => StraightforwardHash.HashAll(_plainCells, _plainHashes);

    /// <summary>The library's MD5 of as many messages of common length, with nothing to assemble or sort.</summary>
    [Benchmark(OperationsPerInvoke = SharedInputs.PlainCells)]
    public byte LibraryMd5Alone()
    {
        for (int i = 0; i < SharedInputs.PlainCells * Messages; i++)
        {
            MD5.HashData(_message, _digest);
        }

        return _digest[0];
    }

    /// <summary>The same number of compressions, all lanes full.</summary>
    [Benchmark(OperationsPerInvoke = SharedInputs.PlainCells), BenchmarkCategory(Roles.Floor)]
    public void Floor() => HashFloor.Compress(_plainBlocks);

    private protected abstract (Cell[] Cells, StraightforwardCell[] Plain) Draw();
}
