namespace NasBench.Architecture.Tests;

/// <summary>Arrows and circles of made-up projects.</summary>
[Trait("Category", "Once")]
public class RoomGraphTests
{
    [Fact]
    public void Circles_TwoRoomsThatNameEachOther_BothArrowsAreTold()
    {
        RoomGraph graph = GraphOf(
            ("Low/Stone.cs", "class Stone { House Of; }"),
            ("High/House.cs", "class House { Stone[] Walls; }"),
            ("High/Inner/Door.cs", "class Door;"));

        IReadOnlyList<Arrow> circle = Assert.Single(graph.Circles());
        Assert.Equal(["High -> Low (House.cs names Stone)", "Low -> High (Stone.cs names House)"], circle.Select(arrow => $"{arrow}"));
    }

    [Fact]
    public void Circles_LongWayAround_OnlyItsOwnArrowsAreTold()
    {
        RoomGraph graph = GraphOf(
            ("A/One.cs", "class One { Two Next; }"),
            ("B/Two.cs", "class Two { Three Next; Ground On; }"),
            ("C/Three.cs", "class Three { One Next; }"),
            ("Ground.cs", "class Ground;"),
            ("Roof/Top.cs", "class Top { One Below; }"));

        IReadOnlyList<Arrow> circle = Assert.Single(graph.Circles());
        Assert.Equal(
            ["A -> B (One.cs names Two)", "B -> C (Two.cs names Three)", "C -> A (Three.cs names One)"],
            circle.Select(arrow => $"{arrow}"));
    }

    [Fact]
    public void Circles_TwoOfThem_ToldApart()
    {
        RoomGraph graph = GraphOf(
            ("A/One.cs", "class One { Two Next; }"),
            ("B/Two.cs", "class Two { One Back; }"),
            ("C/Three.cs", "class Three { Four Next; One Below; }"),
            ("D/Four.cs", "class Four { Three Back; }"));

        Assert.Equal([["A", "B"], ["C", "D"]], graph.Circles().Select(circle => circle.Select(arrow => arrow.From)));
    }

    [Fact]
    public void Circles_FilesInNoFolder_AreARoom()
    {
        RoomGraph graph = GraphOf(("Program.cs", "class Program { Low All; }"), ("Parts/Low.cs", "class Low { Program Of; }"));

        Assert.Equal(
            ["(root) -> Parts (Program.cs names Low)", "Parts -> (root) (Low.cs names Program)"],
            Assert.Single(graph.Circles()).Select(arrow => $"{arrow}"));
    }

    [Fact]
    public void Circles_ArrowsDownOnly_None()
    {
        RoomGraph graph = GraphOf(
            ("Low/Stone.cs", "class Stone { Stone Next; }"),
            ("Middle/Wall.cs", "class Wall { Stone[] Stones; }"),
            ("High/House.cs", "class House { Wall[] Walls; Stone First; }"));

        Assert.Empty(graph.Circles());
        Assert.Equal(3, graph.Arrows.Count);
    }

    [Theory]
    [InlineData("// House")]
    [InlineData("/* House */")]
    [InlineData("/// <summary><see cref=\"House\"/></summary>\nclass Documented;")]
    [InlineData("class A { string B = \"House\"; }")]
    [InlineData("class A { string B = @\"House\"; }")]
    [InlineData("class A { string B = $\"House {1}\"; }")]
    [InlineData("class A { string B = \"\"\"\n    House\n    \"\"\"; }")]
    [InlineData("class A { int B(A a) => a.House; }")]
    [InlineData("class A { int? B(A a) => a?.House; }")]
    [InlineData("class Houses;")]
    [InlineData("#region House\n#endregion")]
    public void Arrows_NameOutsideOfCode_None(string text) => Assert.Empty(ArrowsTo("class House;", text));

    [Theory]
    [InlineData("class A : House;")]
    [InlineData("class A { House B; }")]
    [InlineData("class A { object B = new House(); }")]
    [InlineData("class A { object B = typeof(House); }")]
    [InlineData("class A { string B = nameof(House); }")]
    [InlineData("class A { int B = House.Count; }")]
    [InlineData("class A { string B = $\"{House.Count}\"; }")]
    [InlineData("class A { System.Collections.Generic.List<House?> B; }")]
    [InlineData("class A<T> where T : House;")]
    [InlineData("class A { bool B(object c) => c is House; }")]
    [InlineData("unsafe class A { House* B; }")]
    [InlineData("using Home = House;")]
    [InlineData("using static House;")]
    [InlineData("delegate House A();")]
    [InlineData("#if NOT_DEFINED\nclass A { House B; }\n#endif")]
    [InlineData("class A { @House B; }")]
    [InlineData("class A { void B(object C) { void D(House e) { } } }")]
    public void Arrows_NameInCode_Told(string text) => Assert.Equal("Other -> Home (Other.cs names House)", $"{Assert.Single(ArrowsTo("class House;", text))}");

    [Theory]
    [InlineData("[Painted] class A;")]
    [InlineData("[Homes.Painted] class A;")]
    [InlineData("[PaintedAttribute] class A;")]
    [InlineData("[assembly: Painted]")]
    public void Arrows_AttributeByItsShortName_Told(string text) => Assert.Equal(
        "Other -> Home (Other.cs names PaintedAttribute)",
        $"{Assert.Single(ArrowsTo("namespace Homes; class PaintedAttribute : System.Attribute;", text))}");

    [Theory]
    [InlineData("class A { Town.Homes.House B; }")]
    [InlineData("class A { Homes.House B; }")]
    [InlineData("class A { int B = Homes.House.Count; }")]
    [InlineData("class A { int B = global::Town.Homes.House.Count; }")]
    [InlineData("using static Town.Homes.House;")]
    public void Arrows_NameBehindItsNamespace_Told(string text) => Assert.Single(ArrowsTo("namespace Town.Homes; class House;", text));

    [Theory]
    [InlineData("class")]
    [InlineData("struct")]
    [InlineData("interface")]
    [InlineData("enum")]
    [InlineData("record")]
    [InlineData("readonly record struct")]
    [InlineData("public static unsafe partial class")]
    public void Arrows_AnyKindOfType_Told(string kind)
    {
        Assert.Single(ArrowsTo($"{kind} House {{ }}", "class A { House B; }"));
        Assert.Single(ArrowsTo($"namespace Homes {{ {kind} House {{ }} }}", "class A { House B; }"));
    }

    [Fact]
    public void Arrows_Delegate_Told() => Assert.Single(ArrowsTo("delegate void House();", "class A { House B; }"));

    [Fact]
    public void Arrows_TypeInsideOfAnother_GoesByTheOuterOne() => Assert.Empty(ArrowsTo("class Street { class House; }", "class A { int House; }"));

    [Fact]
    public void Arrows_SameNameInTwoRooms_NoneOfBoth()
    {
        RoomGraph graph = GraphOf(("A/Program.cs", "class Program;"), ("B/Program.cs", "class Program;"), ("C/User.cs", "class User { Program Of; }"));

        Assert.Empty(graph.Arrows);
    }

    [Fact]
    public void Circles_PartialTypeInTwoRooms_EachUsesTheOther()
    {
        RoomGraph graph = GraphOf(("A/House.cs", "partial class House;"), ("B/House.Doors.cs", "partial class House;"));

        Assert.Equal(
            ["A -> B (House.cs names House)", "B -> A (House.Doors.cs names House)"],
            Assert.Single(graph.Circles()).Select(arrow => $"{arrow}"));
    }

    [Fact]
    public void Circles_PartialTypeInTwoFilesOfARoom_None()
    {
        RoomGraph graph = GraphOf(
            ("A/House.cs", "partial class House;"),
            ("A/House.Doors.cs", "partial class House;"),
            ("B/Street.cs", "class Street { House[] Houses; }"));

        Assert.Empty(graph.Circles());
        Assert.Equal("B -> A (Street.cs names House)", $"{Assert.Single(graph.Arrows)}");
    }

    [Fact]
    public void Upward_Order_OnlyArrowsToLaterRooms()
    {
        RoomGraph graph = GraphOf(("Low/Stone.cs", "class Stone;"), ("High/House.cs", "class House { Stone[] Walls; }"));

        Assert.Empty(graph.Upward(["Low", "High"]));
        Assert.Equal("High -> Low (House.cs names Stone)", $"{Assert.Single(graph.Upward(["High", "Low"]))}");
    }

    private static IReadOnlyList<Arrow> ArrowsTo(string home, string other) => GraphOf(("Home/House.cs", home), ("Other/Other.cs", other)).Arrows;

    private static RoomGraph GraphOf(params (string Path, string Text)[] files) => new(SourceFile.OfTexts(files));
}
