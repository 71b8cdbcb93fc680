using System.Diagnostics;
using System.Reflection;

namespace NasBench.Core.Tests.Cells;

public class CellDebugViewTests
{
    [Fact]
    public void Vertices_SomeCell_ALineEach()
    {
        Cell cell = Cell.Parse("0110001100010000 input,conv3x3-bn-relu,maxpool3x3,output");

        Assert.Equal(["0 input -> 1, 2", "1 conv3x3-bn-relu -> 2, 3", "2 maxpool3x3 -> 3", "3 output"], new CellDebugView(cell).Vertices);
        Assert.Equal(["0 input", "1 output"], new CellDebugView(default).Vertices);
    }

    [Fact]
    public void Cell_InADebugger_ShownByTheView()
    {
        DebuggerTypeProxyAttribute proxy = typeof(Cell).GetCustomAttribute<DebuggerTypeProxyAttribute>()!;

        Assert.Equal(typeof(CellDebugView).AssemblyQualifiedName, proxy.ProxyTypeName);
        Assert.Single(typeof(CellDebugView).GetConstructors(), constructor => constructor.GetParameters().Single().ParameterType == typeof(Cell));
    }
}
