using System.Globalization;

namespace NasBench.Search;

/// <summary>
/// When a run ends. It is checked after each evaluation, as in the original's notebook, so that the last one may pass it.
/// </summary>
/// <param name="Unit">What is counted.</param>
/// <param name="Limit">How much of it, above 0.</param>
public readonly record struct SearchBudget(BudgetUnit Unit, double Limit)
{
    /// <summary>Simulated seconds of training.</summary>
    /// <param name="limit">How many.</param>
    public static SearchBudget Seconds(double limit) => new(BudgetUnit.Seconds, limit);

    /// <summary>Evaluations of valid cells.</summary>
    /// <param name="limit">How many.</param>
    public static SearchBudget Evaluations(long limit) => new(BudgetUnit.Evaluations, limit);

    /// <summary>Epochs of training.</summary>
    /// <param name="limit">How many.</param>
    public static SearchBudget Epochs(long limit) => new(BudgetUnit.Epochs, limit);

    /// <summary>Reads <c>seconds=1e6</c>, <c>evaluations=150</c> or <c>epochs=1620</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="budget">The budget.</param>
    /// <returns>Whether it is one: a finite number above 0, whole where evaluations or epochs are counted.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out SearchBudget budget)
    {
        budget = default;
        int equals = text.IndexOf('=');
        if (equals < 0 || !double.TryParse(text[(equals + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out double limit)
            || !double.IsFinite(limit) || limit <= 0)
        {
            return false;
        }

        BudgetUnit? unit = text[..equals] switch
        {
            "seconds" => BudgetUnit.Seconds,
            "evaluations" => BudgetUnit.Evaluations,
            "epochs" => BudgetUnit.Epochs,
            _ => null,
        };
        if (unit is null || (unit != BudgetUnit.Seconds && limit != Math.Floor(limit)))
        {
            return false;
        }

        budget = new SearchBudget(unit.Value, limit);
        return true;
    }

    /// <summary>How much of the budget is spent, from 0.</summary>
    /// <param name="seconds">Simulated seconds.</param>
    /// <param name="evaluations">Evaluations.</param>
    /// <param name="epochs">Epochs.</param>
    /// <returns>The part; 1 or more once it is spent.</returns>
    public double PartSpent(double seconds, long evaluations, long epochs) => Unit switch
    {
        BudgetUnit.Seconds => seconds / Limit,
        BudgetUnit.Evaluations => evaluations / Limit,
        _ => epochs / Limit,
    };

    /// <summary>Writes the budget as <see cref="TryParse"/> reads it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Unit.ToString().ToLowerInvariant()}={Limit}");
}
