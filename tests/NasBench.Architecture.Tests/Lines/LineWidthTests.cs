using NasBench.TestUtilities;

namespace NasBench.Architecture.Tests;

/// <summary>No line of C# is wider than <c>.editorconfig</c> says.</summary>
[Trait("Category", "Once")]
public class LineWidthTests
{
    private static readonly string s_editorConfig = File.ReadAllText(TestFiles.InRepository(".editorconfig"));

    /// <summary>Folders of recorded answers, which are kept as they are.</summary>
    private static readonly string[] s_recorded = ["Vectors", "Baselines", "Approved"];

    [Fact]
    public void Lines_AllFiles_WithinTheBound()
    {
        int bound = LineWidth.Bound(s_editorConfig);
        string[] faults =
        [
            .. SourceTree.AllFiles()
                .Select(path => (Path: path, Name: SourceTree.NameOf(path)))
                .Where(file => !file.Name.Split('/').Intersect(s_recorded).Any())
                .SelectMany(file => LineWidth.Faults(file.Name, File.ReadAllText(file.Path), bound)),
        ];

        Assert.True(faults.Length == 0, $"{faults.Length} lines over {bound} columns:\n{string.Join('\n', faults)}");
    }

    [Fact]
    public void Bound_EditorConfig_OneHundredAndSixty() => Assert.Equal(160, LineWidth.Bound(s_editorConfig));

    [Fact]
    public void Bound_NoneForCSharp_Refused() =>
        Assert.Throws<InvalidDataException>(() => LineWidth.Bound("[*]\nmax_line_length = 80\n[*.cs]\nindent_size = 4\n[*.md]\nmax_line_length = 100\n"));

    [Fact]
    public void Faults_OneLineTooWide_FileAndLineAreNamed() => Assert.Equal(
        ["a/B.cs:2: 6 columns"],
        LineWidth.Faults("a/B.cs", "12345\r\n123456\r\n\U0001F600\U0001F600\U0001F600\r\n", 5));
}
