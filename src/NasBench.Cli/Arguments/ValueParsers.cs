using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace NasBench.Cli;

/// <summary>Options of the usual kinds, each with a complaint that says what was found and what was expected.</summary>
internal static class ValueParsers
{
    private const int LongestLabel = 36;

    /// <summary>An integer from <paramref name="minimum"/> to <paramref name="maximum"/>.</summary>
    public static Option<int> Integer(string name, string description, int defaultValue, int minimum, int maximum = int.MaxValue) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => defaultValue,
        CustomParser = result => TryInteger(result.Tokens[0].Value, minimum, maximum, out int value)
            ? value
            : Complain<int>(result, name, maximum == int.MaxValue ? $"a whole number from {minimum} up" : $"a whole number from {minimum} to {maximum}"),
    };

    /// <summary>A number from 0 up.</summary>
    public static Option<double> Number(string name, string description, double defaultValue) => new(name)
    {
        Description = description,
        HelpName = "X",
        DefaultValueFactory = _ => defaultValue,
        CustomParser = result =>
            double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= 0 && double.IsFinite(value)
            ? value
            : Complain<double>(result, name, "a number from 0 up"),
    };

    /// <summary>A list of positive integers, separated by commas.</summary>
    public static Option<int[]> Integers(string name, string description, int[] defaultValue) => new(name)
    {
        Description = description,
        HelpName = "LIST",
        Arity = ArgumentArity.ExactlyOne,
        DefaultValueFactory = _ => defaultValue,
        CustomParser = result => TryIntegers(result.Tokens[0].Value, out int[] values)
            ? values
            : Complain<int[]>(result, name, "different whole numbers from 1 up, separated by commas"),
    };

    /// <summary>An integer of any size, null when not given.</summary>
    public static Option<BigInteger?> Seed(string description) => new("--seed")
    {
        Description = description,
        HelpName = "N",
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = result => BigInteger.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger value)
            ? value
            : Complain<BigInteger?>(result, "--seed", "a whole number"),
    };

    /// <summary>One word of a list, which its label shows where it is short; a description of a longer list has to name the words.</summary>
    public static Option<string> Word(string name, string description, string? defaultValue, params string[] words)
    {
        Option<string> option = new(name)
        {
            Description = description,
            HelpName = string.Join('|', words) is { Length: <= LongestLabel } label ? label : "NAME",
            CustomParser = result => words.Contains(result.Tokens[0].Value, StringComparer.Ordinal)
                ? result.Tokens[0].Value
                : Complain<string>(result, name, $"one of {string.Join(", ", words)}"),
        };
        option.CompletionSources.Add(words);
        if (defaultValue is not null)
        {
            option.DefaultValueFactory = _ => defaultValue;
        }

        return option;
    }

    private static bool TryInteger(string text, int minimum, int maximum, out int value) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= minimum && value <= maximum;

    private static bool TryIntegers(string text, out int[] values)
    {
        string[] parts = text.Split(',');
        values = new int[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!TryInteger(parts[i].Trim(), 1, int.MaxValue, out values[i]))
            {
                return false;
            }
        }

        return values.Distinct().Count() == values.Length;
    }

    private static T Complain<T>(ArgumentResult result, string name, string expected)
    {
        result.AddError($"{name}: '{result.Tokens[0].Value}' is not {expected}");
        return default!;
    }
}
