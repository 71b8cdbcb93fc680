namespace NasBench.Plots;

/// <summary>One of the best practices of NAS research, and how a search meets it.</summary>
/// <param name="Number">Its number in the list of Lindauer and Hutter.</param>
/// <param name="Text">The practice, in our words.</param>
/// <param name="Answer"><c>yes</c>, <c>partly</c>, <c>no</c>, or <c>yours to say</c> where only the reader can know.</param>
/// <param name="How">What the answer rests on.</param>
public sealed record Practice(int Number, string Text, string Answer, string How);
