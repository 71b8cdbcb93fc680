namespace NasBench.Architecture.Tests;

/// <summary>Lists of rooms in a document.</summary>
[Trait("Category", "Once")]
public class RoomListsTests
{
    private const string Document = """
        # The way of a query

        | file | does |
        | --- | --- |
        | `Cell.cs` | is asked |

        ## Rooms

        ### `NasBench.Core`: the engine

        From the lowest to the highest.

        | folder | holds |
        | --- | --- |
        | `Lanes` | vectors |
        | `Cells/` | cells, of `Lanes` |

        | other | table |
        | --- | --- |
        | `Elsewhere` | is not read |

        ### NasBench.Data

        No table here.

        ### NasBench.Core.Tests

        | folder | holds |
        | --- | --- |
        | `Laws` | laws |
        """;

    private static readonly RoomGraph s_graph = new(SourceFile.OfTexts(
    [
        ("Low/Stone.cs", "class Stone;"),
        ("High/House.cs", "class House { Stone[] Walls; }"),
        ("Program.cs", "class Program { House Home; }"),
    ]));

    [Fact]
    public void Find_Project_FirstColumnOfItsFirstTable() => Assert.Equal(["Lanes", "Cells"], RoomLists.Find(Document, "NasBench.Core"));

    [Fact]
    public void Find_LineEndingsOfWindows_Same() => Assert.Equal(["Lanes", "Cells"], RoomLists.Find(Document.ReplaceLineEndings("\r\n"), "NasBench.Core"));

    [Theory]
    [InlineData("NasBench.Data")]
    [InlineData("NasBench.Export")]
    [InlineData("NasBench")]
    public void Find_NoTable_None(string project) => Assert.Null(RoomLists.Find(Document, project));

    [Fact]
    public void Faults_LayersFromTheLowest_None() => Assert.Empty(RoomLists.Faults(["Low", "High", "(root)"], s_graph));

    [Fact]
    public void Faults_OrderTurnedAround_ArrowIsTold() =>
        Assert.Equal(["High -> Low (House.cs names Stone) runs upward"], RoomLists.Faults(["High", "Low", "(root)"], s_graph));

    [Fact]
    public void Faults_RoomsMissingTooManyAndTwice_AllAreTold() => Assert.Equal(
        ["(root) is not listed", "Attic is listed, but is not there", "Low is listed 2 times"],
        RoomLists.Faults(["Low", "Low", "High", "Attic"], s_graph));
}
