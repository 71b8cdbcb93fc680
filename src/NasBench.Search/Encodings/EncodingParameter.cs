namespace NasBench.Search;

/// <summary>One parameter of an encoding.</summary>
/// <param name="Name">Its name, as nas_benchmarks and kurobako write it.</param>
/// <param name="Kind">What values it takes.</param>
/// <param name="Count">The number of values of a categorical or integer parameter; 0 for a continuous one.</param>
public readonly record struct EncodingParameter(string Name, ParameterKind Kind, int Count);
