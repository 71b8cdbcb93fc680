namespace NasBench.Data;

/// <summary>The names of <see cref="FaultKind"/> in reports. Thread-safe; no allocation.</summary>
public static class FaultKinds
{
    /// <summary>The name that the command line prints, such as <c>bad_data_crc</c>.</summary>
    /// <param name="kind">The kind of fault.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a named value.</exception>
    public static string GetName(this FaultKind kind) => kind switch
    {
        FaultKind.None => "none",
        FaultKind.EmptyFile => "empty_file",
        FaultKind.TruncatedHeader => "truncated_header",
        FaultKind.TruncatedData => "truncated_data",
        FaultKind.BadLengthCrc => "bad_length_crc",
        FaultKind.LengthTooLarge => "length_too_large",
        FaultKind.BadDataCrc => "bad_data_crc",
        FaultKind.BadJson => "bad_json",
        FaultKind.BadHash => "bad_hash",
        FaultKind.BadEpochs => "bad_epochs",
        FaultKind.BadBase64 => "bad_base64",
        FaultKind.BadProtobuf => "bad_protobuf",
        FaultKind.WrongEvaluations => "wrong_evaluations",
        FaultKind.BadGraph => "bad_graph",
        FaultKind.UnknownOperation => "unknown_operation",
        FaultKind.HashMismatch => "hash_mismatch",
        FaultKind.ParameterMismatch => "parameter_mismatch",
        FaultKind.NotRepresentative => "not_representative",
        FaultKind.UnknownFormat => "unknown_format",
        FaultKind.UnsupportedVersion => "unsupported_version",
        FaultKind.BadHeader => "bad_header",
        FaultKind.BadChecksum => "bad_checksum",
        FaultKind.BadSection => "bad_section",
        FaultKind.ImpossibleValue => "impossible_value",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
