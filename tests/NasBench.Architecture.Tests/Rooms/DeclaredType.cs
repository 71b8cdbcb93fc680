namespace NasBench.Architecture.Tests;

/// <summary>A type as one file declares it.</summary>
/// <param name="Name">Its name, without namespace and type parameters.</param>
/// <param name="IsPartial">Whether other files may declare more of it.</param>
internal readonly record struct DeclaredType(string Name, bool IsPartial);
