using System.Text.Json.Serialization;

namespace NasBench.Core.Tests.Json;

/// <summary>Serialization without reflection, as trimmed and native programs have it.</summary>
[JsonSerializable(typeof(Found))]
internal sealed partial class FoundContext : JsonSerializerContext;
