namespace NasBench.Cli.Tests.Consoles;

public class TextWrapTests
{
    [Theory]
    [InlineData("", 10, "")]
    [InlineData("one two three", 7, "one two|three")]
    [InlineData("one two three", 100, "one two three")]
    [InlineData("a 28cfc7874f6d200472e1a9dcd8650aa0 b", 20, "a|28cfc7874f6d200472e1a9dcd8650aa0|b")]
    [InlineData("input,conv3x3-bn-relu,output", 22, "input,conv3x3-bn-relu,|output")]
    [InlineData("at input,output now", 12, "at|input,output|now")]
    [InlineData("41,557,898", 5, "41,557,898")]
    [InlineData("[[0,1],[0,0]]", 8, "[[0,1],|[0,0]]")]
    public void Wrap_Text_BreaksBetweenWords(string text, int width, string expected) => Assert.Equal(expected.Split('|'), TextWrap.Wrap(text, width));

    [Theory]
    [InlineData("", 0)]
    [InlineData("one three", 5)]
    [InlineData("input,conv3x3-bn-relu,output", 16)]
    public void LongestPiece_Text_WhatStaysWhole(string text, int expected) => Assert.Equal(expected, TextWrap.LongestPiece(text));
}
