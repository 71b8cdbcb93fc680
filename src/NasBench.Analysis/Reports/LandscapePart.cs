namespace NasBench.Analysis;

/// <summary>A part of the report on a landscape: what <c>nasbench stats --part NAME</c> shows.</summary>
/// <param name="Name">Its name, which is that of its member in the JSON document.</param>
/// <param name="Title">What it shows, in a few words.</param>
/// <param name="Compute">Computes it. It takes progress, from 0 to 1, and a token that ends it early.</param>
public sealed record LandscapePart(string Name, string Title, Func<Landscape, IProgress<double>?, CancellationToken, PartReport> Compute);
