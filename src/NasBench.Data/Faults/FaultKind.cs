namespace NasBench.Data;

/// <summary>What is wrong with a data file or with one of its records.</summary>
public enum FaultKind
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>The file is empty, so it holds no record.</summary>
    EmptyFile,

    /// <summary>The file ends inside the twelve bytes that open a record. Reading cannot go on.</summary>
    TruncatedHeader,

    /// <summary>The file ends inside a record's data or the checksum behind it. Reading cannot go on.</summary>
    TruncatedData,

    /// <summary>The checksum of a record's length is wrong. Reading cannot go on: the next record's place is unknown.</summary>
    BadLengthCrc,

    /// <summary>A record's length is beyond <see cref="TfRecordFraming.MaxDataLength"/>. Reading cannot go on.</summary>
    LengthTooLarge,

    /// <summary>The checksum of a record's data is wrong. The next record can still be read.</summary>
    BadDataCrc,

    /// <summary>The data are not a JSON array of a string, an integer and three strings.</summary>
    BadJson,

    /// <summary>The module hash is not 32 lower-case hexadecimal digits.</summary>
    BadHash,

    /// <summary>The number of epochs is not an integer from 1 to 2,147,483,647, or the file has too many different ones (more than 64).</summary>
    BadEpochs,

    /// <summary>The metrics are not base64 text.</summary>
    BadBase64,

    /// <summary>The metrics' bytes are not a protobuf message.</summary>
    BadProtobuf,

    /// <summary>The metrics do not hold exactly three evaluations.</summary>
    WrongEvaluations,

    /// <summary>The graph is malformed (not square, not upper triangular, ...), disconnected or outside of the search space.</summary>
    BadGraph,

    /// <summary>A vertex on a path from input to output has an operation that the search space does not know.</summary>
    UnknownOperation,

    /// <summary>The module hash is not that of the graph.</summary>
    HashMismatch,

    /// <summary>The number of trainable parameters is not that of the graph.</summary>
    ParameterMismatch,

    /// <summary>The graph is isomorphic to the one that the original data set stores, but not the same. Only verification reports it.</summary>
    NotRepresentative,

    /// <summary>The file is of no format that is read here.</summary>
    UnknownFormat,

    /// <summary>The file is of a newer version of its format.</summary>
    UnsupportedVersion,

    /// <summary>The header of a compact file, or its table of sections, contradicts itself or the file.</summary>
    BadHeader,

    /// <summary>A checksum of a compact file is wrong.</summary>
    BadChecksum,

    /// <summary>A section of a compact file contradicts itself or another.</summary>
    BadSection,

    /// <summary>
    /// A value that no repeat can have measured: an accuracy that is not from 0 to 1, a time that is negative or infinite, an evaluation before the training
    /// or after its end. A value that is not there (NaN) is none of these.
    /// </summary>
    ImpossibleValue,
}
