namespace NasBench.Search;

/// <summary>Whose settings are taken.</summary>
public enum SearchProfile : byte
{
    /// <summary>The NAS-Bench-101 paper with its supplement (1902.09635v2); ours for what the paper does not have, under the paper's accounting.</summary>
    Paper,

    /// <summary>The scripts of figure 7, automl/nas_benchmarks, with their defaults.</summary>
    Scripts,

    /// <summary>The original's notebook (NASBench.ipynb), replayed to the bit.</summary>
    Notebook,

    /// <summary>naszilla/naszilla.</summary>
    Naszilla,

    /// <summary>automl/NASLib.</summary>
    Naslib,

    /// <summary>D-X-Y/AutoDL-Projects, the programs of NATS-Bench, with the options of their run-all script.</summary>
    Nats,
}
