using System.Text.Json;

namespace NasBench.Cli.Tests.Commands;

[Trait("Category", "Once")]
public sealed class PlotCommandTests(SmallSpace space) : IClassFixture<SmallSpace>
{
    [Theory]
    [InlineData("a.svg", "<?xml")]
    [InlineData("a.png", "\u0089PNG")]
    [InlineData("a.pdf", "%PDF")]
    public void Json_AnyFormat_TellsPathFigureAndProvenance(string name, string opening)
    {
        string path = space.Folder[name];
        CliResult result = Cli.Run("plot", space.File, "--figure", "figure3", "-o", path, "--json", "--dpi", "60");

        Assert.Equal(ExitCode.Done, result.Code);
        JsonElement json = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal(path, json.GetProperty("path").GetString());
        Assert.Equal(("cost", "synthetic"), (json.GetProperty("figure").GetString(), json.GetProperty("provenance").GetString()));
        byte[] bytes = File.ReadAllBytes(path);
        Assert.Equal(json.GetProperty("bytes").GetInt64(), bytes.Length);
        Assert.Equal(opening, System.Text.Encoding.Latin1.GetString(bytes, 0, opening.Length));
        Assert.Contains("synthetic", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Search_Folder_IsDrawn()
    {
        string search = space.Folder["search"];
        string[] arguments = ["--algorithm", "random,ls", "--encoding", "raw", "--runs", "2", "--budget", "evaluations=15", "--out", search];
        Assert.Equal(ExitCode.Done, Cli.Run(["search", space.File, .. arguments]).Code);
        Assert.Equal(ExitCode.Done, Cli.Run("plot", space.File, "--figure", "regret", "--band", "iqr", "--search", search, "-o", space.Folder["r.svg"]).Code);
        CliResult one = Cli.Run("plot", space.File, "--figure", "critical-difference", "--search", search, "-o", space.Folder["c.svg"]);
        Assert.Equal(ExitCode.Usage, one.Code);
        Assert.False(File.Exists(space.Folder["c.svg"]));
    }

    [Theory]
    [InlineData(ExitCode.Usage, "--figure", "pie", "-o", "x.svg")]
    [InlineData(ExitCode.Usage, "--figure", "cost", "-o", "x.gif")]
    [InlineData(ExitCode.Usage, "--figure", "regret", "-o", "x.svg")]
    [InlineData(ExitCode.Usage, "--figure", "cost", "--search", "x", "-o", "x.svg")]
    [InlineData(ExitCode.Usage, "--figure", "cells", "--cells", "zz", "-o", "x.svg")]
    [InlineData(ExitCode.Usage, "--figure", "cost")]
    [InlineData(ExitCode.No, "--figure", "cost", "-o", "x.svg", "--width", "0.5")]
    [InlineData(ExitCode.InputFailed, "--figure", "regret", "--search", "no-such-folder", "-o", "x.svg")]
    internal void Run_WhatCannotBeDrawn_OneLineAndItsCode(ExitCode code, params string[] arguments)
    {
        CliResult result = Cli.Run(["plot", space.File, "--quiet", .. arguments]);
        Assert.Equal(code, result.Code);
        Assert.Single(result.Error.Trim().Split('\n'));
        Assert.False(File.Exists("x.svg"));
    }

    [Fact]
    public void Help_ListsTheFigures()
    {
        string help = Cli.Run("plot", "--help").Output;
        Assert.All(Plotter.Names, name => Assert.Contains(name, help, StringComparison.Ordinal));
        Assert.Contains("figure7", help, StringComparison.Ordinal);
    }
}
