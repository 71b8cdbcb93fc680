namespace NasBench.Search;

/// <summary>Why a search cannot be done: settings that do not fit each other, the data or the encoding. The message is for people.</summary>
/// <param name="message">What is wrong, and what would be right.</param>
public sealed class SearchException(string message) : Exception(message);
