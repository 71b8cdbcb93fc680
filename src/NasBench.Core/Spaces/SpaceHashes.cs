namespace NasBench;

/// <summary>The module hashes of a whole space in the order of indices, and the way back.</summary>
internal sealed class SpaceHashes(ModuleHash[] hashes, HashIndex index)
{
    private readonly ModuleHash[] _hashes = hashes;
    private readonly HashIndex _index = index;

    public ModuleHash this[int index] => _hashes[index];

    /// <summary>The index of a hash, or -1.</summary>
    public int Find(ModuleHash hash)
    {
        int candidate = _index.Candidate(hash);
        return _hashes[candidate] == hash ? candidate : -1;
    }
}
