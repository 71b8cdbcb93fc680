using System.Collections;
using NasBench.Core.Tests.Spaces;

namespace NasBench.Core.Tests.Drawing;

/// <summary>Finds and calls the formatters of cells as .NET Interactive does: by the names of attribute, properties and methods alone.</summary>
public class CellFormatterTests
{
    [Fact]
    public void Formatters_ByTheirNames_WriteDrawingAndText()
    {
        foreach (Cell cell in (Cell[])[Nas101.CellAt(1_234), Space<FiveVertices>.CellAt(56), default])
        {
            Assert.Equal(CellDrawing.ToSvg(cell), Format("text/html", cell));
            Assert.Equal(cell.ToString(), Format("text/plain", cell));
        }

        Assert.Null(Format("text/html", "no cell"));
    }

    [Fact]
    public void PreferredMimeTypes_Cell_AllHaveAFormatter() =>
        Assert.Equal(["text/html", "text/plain"], (string[])Get(Attribute(), "PreferredMimeTypes"));

    private static string? Format(string mimeType, object instance)
    {
        var sourceType = (Type)Get(Attribute(), "FormatterSourceType");
        object source = Activator.CreateInstance(sourceType)!;
        var formatters = (IEnumerable)sourceType.GetMethod("CreateTypeFormatters")!.Invoke(source, null)!;
        object formatter = Assert.Single(formatters.Cast<object>(), formatter => (string)Get(formatter, "MimeType") == mimeType);
        var writer = new StringWriter();
        object written = formatter.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)])!.Invoke(formatter, [instance, writer])!;
        Assert.Equal((bool)written, writer.ToString().Length > 0);
        return (bool)written ? writer.ToString() : null;
    }

    private static object Attribute() =>
        Assert.Single(typeof(Cell).GetCustomAttributes(inherit: true), attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute");

    private static object Get(object instance, string property) => instance.GetType().GetProperty(property)!.GetValue(instance)!;
}
