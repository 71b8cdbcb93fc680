namespace NasBench.Architecture.Tests;

/// <summary>A C# file of a project, and what its text says about types.</summary>
/// <remarks>
/// Only syntax is read, so every word that could be the name of a type counts as one, even where it is the name of a member: a reader of the file has to tell
/// the two apart as well. Comments, documentation and the text of strings do not count; what stands in the braces of an interpolated string does.
/// </remarks>
/// <param name="Room">The folder below the project's own that it stands in; <see cref="Root"/> for a file beside the project file.</param>
/// <param name="Name">Its name, without folders.</param>
/// <param name="Types">The types that it declares, those inside of other types left out.</param>
/// <param name="Words">The words that may name a type.</param>
internal sealed record SourceFile(string Room, string Name, IReadOnlyList<DeclaredType> Types, IReadOnlySet<string> Words)
{
    /// <summary>The room of the files that stand in no folder.</summary>
    public const string Root = "(root)";

    /// <summary>Reads the files of a project.</summary>
    /// <param name="folder">The folder of the project file.</param>
    public static IReadOnlyList<SourceFile> OfProject(string folder) =>
        OfTexts(SourceTree.Files(folder)
            .Select(path => (Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllText(path))));

    /// <summary>Takes the texts of a project's files apart.</summary>
    /// <param name="files">The path of each from the folder of the project, with slashes, and its text.</param>
    public static IReadOnlyList<SourceFile> OfTexts(IEnumerable<(string Path, string Text)> files)
    {
        List<(string Path, FileSyntax Text)> texts = [.. files.Select(file => (file.Path, new FileSyntax(file.Text)))];
        HashSet<string> namespaces = [.. texts.SelectMany(file => file.Text.NamespaceParts())];
        return [.. texts.Select(file => Create(file.Path.Split('/'), file.Text, namespaces))];
    }

    private static SourceFile Create(string[] parts, FileSyntax text, HashSet<string> namespaces) =>
        new(parts.Length == 1 ? Root : parts[0], parts[^1], text.DeclaredTypes(), text.Words(namespaces));
}
