using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NasBench.Plots.Tests;

/// <summary>A picture as SVG, taken apart.</summary>
internal sealed partial class DrawnPicture
{
    private DrawnPicture(XElement root) => Root = root;

    public XElement Root { get; }

    /// <summary>All texts on the picture, in the order of drawing.</summary>
    public string[] Texts => [.. Root.Descendants().Select(element => (string?)element.Attribute("aria-label")).OfType<string>()];

    /// <summary>What the file says below its title.</summary>
    public string Description => Root.Elements().First(element => element.Name.LocalName == "desc").Value;

    /// <summary>All numbers of all attributes that place something.</summary>
    public IEnumerable<double> Coordinates =>
        from element in Root.DescendantsAndSelf()
        from attribute in element.Attributes()
        where attribute.Name.LocalName is "d" or "x" or "y" or "cx" or "cy" or "rx" or "ry" or "width" or "height" or "transform" or "viewBox"
        from Match number in NumberPattern().Matches(attribute.Value)
        select double.Parse(number.Value, CultureInfo.InvariantCulture);

    public static byte[] Write(FigureRequest request, PictureFormat format)
    {
        using MemoryStream bytes = new();
        Picture.Create(request).Write(bytes, format);
        return bytes.ToArray();
    }

    public static DrawnPicture Of(FigureRequest request)
    {
        using MemoryStream bytes = new(Write(request, PictureFormat.Svg));
        return new DrawnPicture(XDocument.Load(bytes).Root!);
    }

    /// <summary>The points of all lines of a colour, without fills.</summary>
    public IEnumerable<(double X, double Y)[]> Lines(string color) =>
        from path in Root.Descendants()
        where path.Name.LocalName == "path" && (string?)path.Attribute("stroke") == color
        from piece in ((string)path.Attribute("d")!).Split('M', StringSplitOptions.RemoveEmptyEntries)
        select piece.TrimEnd('z').Split('L').Select(Point).ToArray();

    private static (double X, double Y) Point(string text)
    {
        double[] parts = [.. text.Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture))];
        return (parts[0], parts[1]);
    }

    [GeneratedRegex(@"-?\d+(\.\d+)?")]
    private static partial Regex NumberPattern();
}
